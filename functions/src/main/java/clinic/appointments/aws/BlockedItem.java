package clinic.appointments.aws;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.Interval;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The entry of a block on a calendar day: an attribute of its own, so that it is written without reading the others.
 * Its name is {@value CalendarsTable#BLOCK} and the block's id; its value has 16 bytes: start and end in minutes since
 * the epoch (4 each, without a sign), and when the block was made, in milliseconds (8).
 */
final class BlockedItem {

    private static final int LENGTH = 2 * Integer.BYTES + Long.BYTES;

    private BlockedItem() {
    }

    static String name(BlockId block) {
        return CalendarsTable.BLOCK + block;
    }

    static AttributeValue of(Blocked blocked) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(ByteBuffer.allocate(LENGTH)
                .putInt(minutes(blocked.interval().start())).putInt(minutes(blocked.interval().end()))
                .putLong(blocked.since().toEpochMilli()).array()));
    }

    /** The entries of a stored calendar day. */
    static Stream<Blocked> read(Map<String, AttributeValue> day) {
        return day.entrySet().stream().filter(attribute -> attribute.getKey().startsWith(CalendarsTable.BLOCK))
                .map(attribute -> read(new BlockId(attribute.getKey().substring(CalendarsTable.BLOCK.length())),
                        attribute.getValue().b().asByteBuffer()));
    }

    private static Blocked read(BlockId block, ByteBuffer bytes) {
        return new Blocked(block, new Interval(instant(bytes.getInt()), instant(bytes.getInt())),
                Instant.ofEpochMilli(bytes.getLong()));
    }

    private static int minutes(Instant instant) {
        return (int) Duration.between(Instant.EPOCH, instant).toMinutes();
    }

    private static Instant instant(int minutes) {
        return Instant.EPOCH.plus(Duration.ofMinutes(Integer.toUnsignedLong(minutes)));
    }
}
