package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing is overdue before the quarter of an hour at which the index has it: a search would not find it. */
class OverdueRulesTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Appointment CONFIRMED = Given.confirmed(BOOKING);
    private static final ReminderPlan NOTICE = new ReminderPlan(List.of(), Optional.empty(), true);
    private static final Duration STEP = Duration.ofMinutes(5);

    static Stream<Appointment> appointments() {
        Reminder first = CONFIRMED.reminders().getFirst();
        return Stream.of(Given.requested(BOOKING), CONFIRMED, Standing.held(BOOKING, Duration.ofHours(4)),
                CONFIRMED.with(first.in(ReminderState.SENT, Given.NOW)),
                CONFIRMED.with(first.dueAt(first.dueAt().plus(Duration.ofHours(7)), Given.NOW)),
                cancelled(NOTICE), cancelled(new ReminderPlan(List.of(), Optional.empty(), false)));
    }

    @ParameterizedTest
    @MethodSource("appointments")
    void hasNoOverdueWorkBeforeTheIndexSaysSoAndAlwaysAQuarterOfAnHourLater(Appointment appointment) {
        Optional<Instant> from = OverdueRules.overdueFrom(appointment);
        for (Instant now = Given.NOW; now.isBefore(appointment.startAt().plus(Duration.ofDays(1))); now = now
                .plus(STEP)) {
            boolean overdue = isAnythingOverdue(appointment, new OverdueRules(now));
            Instant moment = now;

            assertThat(new OverdueRules(now).hasOverdueWork(appointment)).isEqualTo(overdue);
            if (from.stream().noneMatch(start -> !moment.isBefore(start))) {
                assertThat(overdue).as("at %s", now).isFalse();
            }
            if (from.stream().anyMatch(start -> !moment.isBefore(start.plus(Duration.ofMinutes(15))))) {
                assertThat(overdue).as("at %s", now).isTrue();
            }
        }
    }

    @Test
    void isNowhereInTheIndexWhenNothingIsOpen() {
        Appointment closed = CONFIRMED.withRemindersClosed(ReminderState.SENT, Given.NOW);

        assertThat(OverdueRules.overdueFrom(closed)).isEmpty();
        assertThat(OverdueRules.overdueFrom(cancelled(new ReminderPlan(List.of(), Optional.empty(), false)))).isEmpty();
    }

    /** So that a confirmation within seconds does not move the appointment within the index. */
    @Test
    void aConfirmationWaitsAsLongAsItsNotice() {
        Appointment requested = Given.requested(BOOKING);
        Appointment confirmed = requested.confirmed(Given.provenance(new RequestId("confirm")), NOTICE, Given.BERLIN);

        assertThat(OverdueRules.overdueFrom(confirmed)).isEqualTo(OverdueRules.overdueFrom(requested));
    }

    private static boolean isAnythingOverdue(Appointment appointment, OverdueRules rules) {
        return rules.isHoldOverdue(appointment) || rules.isConfirmationOverdue(appointment)
                || !rules.overdueReminders(appointment).isEmpty();
    }

    private static Appointment cancelled(ReminderPlan plan) {
        return CONFIRMED.cancelled(Given.provenance(new RequestId("cancel")), Optional.empty(), Given.TERMS, plan);
    }
}
