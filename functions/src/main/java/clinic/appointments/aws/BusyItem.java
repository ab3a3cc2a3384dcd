package clinic.appointments.aws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.CalendarDay.Busy;
import clinic.appointments.model.Interval;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A busy interval of a calendar day in 22 bytes: its start in minutes since the epoch (4), its length in minutes (2),
 * and the appointment's id, a UUID (16). Another id is its text, and the length is negative then. Intervals in the form
 * of earlier versions, a list of start, end and id, are read, and written when they are too long for these bytes.
 */
final class BusyItem {

    private static final int SECONDS_A_MINUTE = 60;
    private static final int TIME_LENGTH = Integer.BYTES + Short.BYTES;

    private BusyItem() {
    }

    static AttributeValue of(Busy busy) {
        return bytes(busy).map(SdkBytes::fromByteArray).map(AttributeValue::fromB).orElseGet(() -> list(busy));
    }

    static Busy read(AttributeValue stored) {
        return Optional.ofNullable(stored.b()).map(SdkBytes::asByteBuffer).map(BusyItem::read)
                .orElseGet(() -> read(stored.l()));
    }

    private static Optional<byte[]> bytes(Busy busy) {
        long start = minutes(busy.interval().start());
        long length = minutes(busy.interval().end()) - start;
        return start == (int) start && length == (short) length ? Optional.of(bytes(start, length, busy))
                : Optional.empty();
    }

    private static byte[] bytes(long start, long length, Busy busy) {
        String id = busy.appointmentId().value();
        Optional<byte[]> uuid = IdBytes.uuid(id).map(IdBytes::bytes);
        byte[] written = uuid.orElseGet(() -> IdBytes.bytes(id));
        return ByteBuffer.allocate(TIME_LENGTH + written.length).putInt((int) start)
                .putShort((short) (uuid.isPresent() ? length : -length)).put(written).array();
    }

    private static Busy read(ByteBuffer bytes) {
        int start = bytes.getInt();
        short length = bytes.getShort();
        return new Busy(new Interval(instant(start), instant(start + Math.abs(length))),
                new AppointmentId(length > 0 ? IdBytes.text(bytes)
                        : StandardCharsets.US_ASCII.decode(bytes).toString()));
    }

    private static AttributeValue list(Busy busy) {
        return AttributeValue.fromL(List.of(Attributes.numberOf(minutes(busy.interval().start())),
                Attributes.numberOf(minutes(busy.interval().end())),
                Attributes.textOf(busy.appointmentId().value())));
    }

    private static Busy read(List<AttributeValue> entry) {
        return new Busy(new Interval(instant(Long.parseLong(entry.get(0).n())),
                instant(Long.parseLong(entry.get(1).n()))), new AppointmentId(entry.get(2).s()));
    }

    private static long minutes(Instant instant) {
        return instant.getEpochSecond() / SECONDS_A_MINUTE;
    }

    private static Instant instant(long minutes) {
        return Instant.EPOCH.plus(Duration.ofMinutes(minutes));
    }
}
