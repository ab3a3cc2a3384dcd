package clinic.appointments.model;

import java.time.Instant;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntervalTest {

    /** The thirteen relations of Allen's interval algebra between [10, 20) and another interval. */
    @ParameterizedTest(name = "{0}: [10, 20) and [{1}, {2}) overlap: {3}")
    @CsvSource({"precedes, 25, 30, false", "is preceded by, 1, 5, false", "meets, 20, 30, false",
            "is met by, 5, 10, false", "overlaps, 15, 30, true", "is overlapped by, 5, 15, true",
            "starts, 10, 30, true", "is started by, 10, 15, true", "during, 5, 30, true", "contains, 12, 15, true",
            "finishes, 5, 20, true", "is finished by, 15, 20, true", "equals, 10, 20, true"})
    void overlapsWhenBothShareAnInstant(String relation, int start, int end, boolean overlap) {
        assertThat(minutes(10, 20).overlaps(minutes(start, end))).isEqualTo(overlap);
        assertThat(minutes(start, end).overlaps(minutes(10, 20))).isEqualTo(overlap);
    }

    @Test
    void mustEndAfterItsStart() {
        assertThatThrownBy(() -> minutes(10, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void touchesEveryUtcDateItReachesInto() {
        Interval overMidnight = new Interval(Instant.parse("2026-03-17T23:30:00Z"),
                Instant.parse("2026-03-18T00:30:00Z"));
        Interval untilMidnight = new Interval(Instant.parse("2026-03-17T23:30:00Z"),
                Instant.parse("2026-03-18T00:00:00Z"));

        assertThat(overMidnight.utcDates()).containsExactly(LocalDate.parse("2026-03-17"),
                LocalDate.parse("2026-03-18"));
        assertThat(untilMidnight.utcDates()).containsExactly(LocalDate.parse("2026-03-17"));
    }

    private static Interval minutes(int start, int end) {
        return new Interval(Instant.ofEpochSecond(start * 60L), Instant.ofEpochSecond(end * 60L));
    }
}
