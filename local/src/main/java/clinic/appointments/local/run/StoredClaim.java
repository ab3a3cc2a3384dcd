package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.CalendarDay.Busy;
import clinic.appointments.model.Interval;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A claim of a calendar day as the service stores it ({@code BusyItem}): start and length in minutes and the
 * appointment's id as bytes, or a list of start, end and id. The length is negative when the id is no UUID.
 */
final class StoredClaim {

    private StoredClaim() {
    }

    static Busy read(JsonNode value) {
        try {
            return value.has("B") ? read(ByteBuffer.wrap(value.path("B").binaryValue())) : ofList(value.path("L"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Busy read(ByteBuffer bytes) {
        int start = bytes.getInt();
        short length = bytes.getShort();
        return busy(start, start + Math.abs(length),
                length > 0 ? new UUID(bytes.getLong(), bytes.getLong()).toString()
                        : StandardCharsets.US_ASCII.decode(bytes).toString());
    }

    private static Busy ofList(JsonNode list) {
        return busy(list.path(0).path("N").asLong(), list.path(1).path("N").asLong(), list.path(2).path("S").asText());
    }

    private static Busy busy(long start, long end, String id) {
        return new Busy(new Interval(instant(start), instant(end)), new AppointmentId(id));
    }

    private static Instant instant(long minutes) {
        return Instant.EPOCH.plus(Duration.ofMinutes(minutes));
    }
}
