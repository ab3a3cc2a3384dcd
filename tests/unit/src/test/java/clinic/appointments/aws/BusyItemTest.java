package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.CalendarDay.Busy;
import clinic.appointments.model.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import static org.assertj.core.api.Assertions.assertThat;

class BusyItemTest {

    private static final String UUID = "0b5e7a52-3a3f-4b53-8a7e-2f6f0f1b9c01";

    /** A text of 16 characters is not a UUID's bytes, and a UUID in capitals is another id. */
    @ParameterizedTest
    @CsvSource({UUID + ", 2026-03-17T09:00:00Z, 30, 22",
            "0B5E7A52-3A3F-4B53-8A7E-2F6F0F1B9C01, 2026-03-17T09:00:00Z, 30, 42",
            "a, 2026-03-17T09:00:00Z, 1, 7", "0123456789abcdef, 2026-03-17T23:45:00Z, 720, 22",
            UUID + ", 1969-12-31T23:00:00Z, 120, 22", UUID + ", 2099-12-31T23:00:00Z, 32767, 22",
            UUID + ", 2026-03-17T09:00:00Z, 32768, 51"})
    void isReadAsItWasWritten(String id, Instant start, int minutes, int bytes) {
        Busy busy = busy(id, start, minutes);

        assertThat(ItemSize.of(BusyItem.of(busy))).isEqualTo(bytes);
        assertThat(BusyItem.read(BusyItem.of(busy))).isEqualTo(busy);
    }

    @Test
    void readsTheFormOfEarlierVersions() {
        AttributeValue former = AttributeValue.fromL(List.of(AttributeValue.fromN("29562300"),
                AttributeValue.fromN("29562330"), AttributeValue.fromS(UUID)));

        assertThat(BusyItem.read(former)).isEqualTo(busy(UUID, Instant.ofEpochSecond(29_562_300L * 60), 30));
    }

    private static Busy busy(String id, Instant start, int minutes) {
        return new Busy(new Interval(start, start.plus(Duration.ofMinutes(minutes))), new AppointmentId(id));
    }
}
