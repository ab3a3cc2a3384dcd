package clinic.appointments.model;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Instants of local periods, also where clocks change. */
class LocalPeriodTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            # on a usual day
            Europe/Berlin,   2030-05-03T00:00, 2030-05-04T00:00, 2030-05-02T22:00:00Z, 2030-05-03T22:00:00Z
            # clocks go from 02:00 to 03:00: whole dates have 23 hours
            Europe/Berlin,   2030-03-31T00:00, 2030-04-01T00:00, 2030-03-30T23:00:00Z, 2030-03-31T22:00:00Z
            # a skipped start is the change itself
            Europe/Berlin,   2030-03-31T02:30, 2030-03-31T04:00, 2030-03-31T01:00:00Z, 2030-03-31T02:00:00Z
            # a skipped end is later by the gap
            Europe/Berlin,   2030-03-31T01:00, 2030-03-31T02:30, 2030-03-31T00:00:00Z, 2030-03-31T01:30:00Z
            # both skipped
            Europe/Berlin,   2030-03-31T02:10, 2030-03-31T02:20, 2030-03-31T01:00:00Z, 2030-03-31T01:20:00Z
            # clocks go from 03:00 to 02:00: from the first 02:30 to the second
            Europe/Berlin,   2030-10-27T02:30, 2030-10-27T02:45, 2030-10-27T00:30:00Z, 2030-10-27T01:45:00Z
            # clocks go from 00:00 to 01:00: the date begins at 01:00, and nothing of the dates beside is taken
            Africa/Cairo,    2030-04-26T00:00, 2030-04-27T00:00, 2030-04-25T22:00:00Z, 2030-04-26T21:00:00Z
            Africa/Cairo,    2030-04-25T00:00, 2030-04-26T00:00, 2030-04-24T22:00:00Z, 2030-04-25T22:00:00Z
            # a date that the zone has skipped
            Pacific/Apia,    2011-12-30T00:00, 2011-12-31T00:00, -,                    -
            Pacific/Apia,    2011-12-29T00:00, 2011-12-31T00:00, 2011-12-29T10:00:00Z, 2011-12-30T10:00:00Z
            """)
    void takeAllTheTimeThatTheirEdgesCanMean(ZoneId zone, LocalDateTime start, LocalDateTime end,
            java.time.Instant from, java.time.Instant to) {
        assertThat(new LocalPeriod(start, end).in(zone))
                .isEqualTo(Optional.ofNullable(from).map(first -> new Interval(first, to)));
    }

    @Test
    void endAfterTheyBeginAndWithinAYear() {
        LocalDateTime start = LocalDate.parse("2030-01-01").atStartOfDay();

        assertThat(new LocalPeriod(start, start.plusDays(366)).end()).isEqualTo("2031-01-02T00:00");
        assertThatThrownBy(() -> new LocalPeriod(start, start.plusDays(366).plusMinutes(1)))
                .isInstanceOf(InvalidValueException.class).hasMessageContaining("to must be at most 366 days");
        assertThatThrownBy(() -> new LocalPeriod(start, start)).isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("to must be after from");
    }
}
