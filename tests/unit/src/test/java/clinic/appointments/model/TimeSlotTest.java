package clinic.appointments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TimeSlotTest {

    @Test
    void mustEndAfterItsStart() {
        assertThatThrownBy(() -> slot("2026-03-17", "10:00", "10:00", "Europe/Berlin"))
                .isInstanceOf(InvalidValueException.class).hasMessage("endTime must be after startTime");
    }

    @Test
    void isLocalToItsZone() {
        assertThat(slot("2026-03-17", "09:00", "09:30", "America/New_York").interval())
                .isEqualTo(new Interval(Instant.parse("2026-03-17T13:00:00Z"), Instant.parse("2026-03-17T13:30:00Z")));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-29, 02:15, 03:15, Europe/Berlin, true", "2026-03-29, 01:15, 02:15, Europe/Berlin, true",
            "2026-03-29, 01:30, 03:00, Europe/Berlin, false", "2026-10-25, 02:15, 02:45, Europe/Berlin, false",
            "2026-10-04, 02:15, 02:45, Australia/Lord_Howe, true", "2026-09-27, 02:50, 03:50, Pacific/Chatham, true",
            "2026-03-17, 02:15, 03:15, Asia/Kathmandu, false"})
    void knowsWhenItsTimeIsSkippedByAClockChange(String date, String start, String end, String zone, boolean skipped) {
        assertThat(slot(date, start, end, zone).isSkippedByClockChange()).isEqualTo(skipped);
    }

    @Test
    void takesTheFirstOfTwoLikeTimesWhenClocksGoBack() {
        assertThat(slot("2026-10-25", "02:15", "02:45", "Europe/Berlin").interval())
                .isEqualTo(new Interval(Instant.parse("2026-10-25T00:15:00Z"), Instant.parse("2026-10-25T00:45:00Z")));
    }

    /** Midnight ends the date, in Beirut also where it is skipped: clocks go on to 01:00 then. */
    @ParameterizedTest(name = "{0} from {1} to midnight in {2}: until {3}")
    @CsvSource({"2026-03-17, 23:30, Europe/Berlin, 2026-03-17T23:00:00Z",
            "2026-03-17, 00:00, Europe/Berlin, 2026-03-17T23:00:00Z",
            "2026-03-28, 23:30, Asia/Beirut, 2026-03-28T22:00:00Z",
            "2026-09-05, 23:30, America/Santiago, 2026-09-06T04:00:00Z"})
    void canEndAtMidnight(String date, String start, String zone, String end) {
        TimeSlot slot = slot(date, start, "00:00", zone);

        assertThat(slot.interval().end()).isEqualTo(end);
        assertThat(slot.isSkippedByClockChange()).isFalse();
    }

    private static TimeSlot slot(String date, String start, String end, String zone) {
        return TimeSlot.of(LocalDate.parse(date), LocalTime.parse(start), LocalTime.parse(end), ZoneId.of(zone));
    }
}
