package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import clinic.appointments.fixture.Given;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReminderPlanTest {

    private static final Instant START = Instant.parse("2026-03-17T08:00:00Z");

    @Test
    void remindsAtFixedDistancesBeforeTheStart() {
        assertThat(Given.DAY_AND_TWO_HOURS.remindersOf(1, START, Given.NOW)).containsExactly(
                reminder(24, "2026-03-16T08:00:00Z", ReminderState.SCHEDULED, Given.NOW),
                reminder(2, "2026-03-17T06:00:00Z", ReminderState.SCHEDULED, Given.NOW));
    }

    @Test
    void skipsWhatIsPastFromTheStart() {
        Instant threeHoursBefore = START.minus(Duration.ofHours(3));

        assertThat(Given.DAY_AND_TWO_HOURS.remindersOf(1, START, threeHoursBefore)).containsExactly(
                reminder(24, "2026-03-16T08:00:00Z", ReminderState.SKIPPED_TOO_LATE, threeHoursBefore),
                reminder(2, "2026-03-17T06:00:00Z", ReminderState.SCHEDULED, threeHoursBefore));
    }

    @Test
    void refusesOffsetsThatAreNoneOrTheSame() {
        assertThatThrownBy(() -> new ReminderPlan(List.of(Duration.ZERO))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ReminderPlan(List.of(Duration.ofHours(1), Duration.ofMinutes(60))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAReminderByTheVersionOfItsTime() {
        ReminderKey key = new ReminderKey(3, Duration.ofHours(24));

        assertThat(key).hasToString("3/PT24H");
        assertThat(ReminderKey.of("3/PT24H")).isEqualTo(key);
    }

    private static Reminder reminder(int hours, String dueAt, ReminderState state, Instant at) {
        return new Reminder(new ReminderKey(1, Duration.ofHours(hours)), Instant.parse(dueAt), state, at);
    }
}
