package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.CalendarDay.Blocked;
import clinic.appointments.model.Interval;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry of a block on a calendar day as the service stores it ({@code BlockedItem}): an attribute named
 * {@link CalendarsTable#BLOCK} and the id of the block, with start and end in minutes and the time of its making in
 * milliseconds.
 */
final class StoredBlocked {

    private StoredBlocked() {
    }

    /** The entries of a stored day. */
    static Stream<Blocked> read(JsonNode day) {
        return day.propertyStream().filter(attribute -> attribute.getKey().startsWith(CalendarsTable.BLOCK))
                .map(StoredBlocked::read);
    }

    private static Blocked read(Map.Entry<String, JsonNode> attribute) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(attribute.getValue().path("B").binaryValue());
            return new Blocked(new BlockId(attribute.getKey().substring(CalendarsTable.BLOCK.length())),
                    new Interval(instant(bytes.getInt()), instant(bytes.getInt())),
                    Instant.ofEpochMilli(bytes.getLong()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Instant instant(int minutes) {
        return Instant.EPOCH.plus(Duration.ofMinutes(Integer.toUnsignedLong(minutes)));
    }
}
