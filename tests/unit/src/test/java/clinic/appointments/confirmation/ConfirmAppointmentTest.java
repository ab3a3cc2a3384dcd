package clinic.appointments.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.message.Fate;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Reminders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfirmAppointmentTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Instant START = BOOKING.slot().interval().start();
    private static final ConfirmationMessage CONFIRM = new ConfirmationMessage(BOOKING.appointmentId(),
            Given.requestOf(BOOKING), Given.trail());
    private static final ReminderMessage DAY_BEFORE = reminder(24);
    private static final ReminderMessage TWO_HOURS_BEFORE = reminder(2);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final RecordingReminders reminders = new RecordingReminders();

    @Test
    void confirmsAndSchedulesEveryReminder() {
        store.put(Given.requested(BOOKING));

        assertThat(handle(1)).isEqualTo(new Fate.Accepted("CONFIRMED"));
        assertThat(store.find(BOOKING.appointmentId())).contains(Given.confirmed(BOOKING));
        assertThat(reminders.scheduled)
                .isEqualTo(Map.of(DAY_BEFORE, START.minus(Duration.ofHours(24)), TWO_HOURS_BEFORE,
                        START.minus(Duration.ofHours(2))));
        assertThat(reminders.sent).isEmpty();
    }

    @Test
    void sendsAtOnceWhatIsDueWithinAMinute() {
        store.put(Given.requested(BOOKING));
        clock.set(START.minus(Duration.ofHours(2)).minusSeconds(60));
        handle(1);

        assertThat(reminders.sent).containsExactly(TWO_HOURS_BEFORE);
        assertThat(reminders.scheduled).isEmpty();
        assertThat(states()).containsExactly(ReminderState.SKIPPED_TOO_LATE, ReminderState.SCHEDULED);
    }

    @Test
    void healsACrashBetweenTheConfirmationAndItsSchedules() {
        store.put(Given.requested(BOOKING));
        assertThatThrownBy(() -> use(new FailingReminders()).handle(CONFIRM, 1)).hasMessage("crash");

        assertThat(handle(2)).isEqualTo(new Fate.Accepted("REPEATED"));
        assertThat(reminders.scheduled).containsOnlyKeys(DAY_BEFORE, TWO_HOURS_BEFORE);
    }

    @Test
    void doesNotScheduleAgainWhatIsClosed() {
        Appointment confirmed = Given.confirmed(BOOKING);
        store.put(confirmed);
        store.close(confirmed.id(), confirmed.reminders().getFirst().in(ReminderState.SENT, Given.NOW));
        handle(1);

        assertThat(reminders.scheduled).containsOnlyKeys(TWO_HOURS_BEFORE);
    }

    @Test
    void waitsForAnAppointmentThatMayBeBookedYet() {
        assertThat(handle(1)).isEqualTo(new Fate.Postponed("UNKNOWN_APPOINTMENT", Duration.ofSeconds(5)));
        assertThat(handle(2)).isInstanceOf(Fate.Postponed.class);
        assertThat(handle(3)).isEqualTo(new Fate.Rejected(RejectionReason.UNKNOWN_APPOINTMENT));
    }

    /** The command CONFIRM on every status. */
    @ParameterizedTest
    @CsvSource({"REQUESTED, CONFIRMED", "CONFIRMED, REPEATED", "CANCELLED, ILLEGAL_TRANSITION",
            "COMPLETED, ILLEGAL_TRANSITION"})
    void confirmsWhatIsRequestedOnly(AppointmentStatus status, String expected) {
        Appointment requested = Given.requested(BOOKING);
        store.put(new Appointment(BOOKING, status, 1, Given.NOW, Given.NOW, requested.history(), List.of()));

        assertThat(handle(1)).isEqualTo(expected.equals("ILLEGAL_TRANSITION")
                ? new Fate.Rejected(RejectionReason.ILLEGAL_TRANSITION)
                : new Fate.Accepted(expected));
    }

    private Fate handle(int receiveCount) {
        return use(reminders).handle(CONFIRM, receiveCount);
    }

    private ConfirmAppointment use(Reminders way) {
        return new ConfirmAppointment(store, way, Given.DAY_AND_TWO_HOURS, clock);
    }

    private List<ReminderState> states() {
        return store.find(BOOKING.appointmentId()).orElseThrow().reminders().stream().map(Reminder::state).toList();
    }

    private static ReminderMessage reminder(int hours) {
        return new ReminderMessage(BOOKING.appointmentId(), new ReminderKey(1, Duration.ofHours(hours)), Given.trail());
    }

    private static final class FailingReminders implements Reminders {

        @Override
        public void sendNow(ReminderMessage message) {
            throw new IllegalStateException("crash");
        }

        @Override
        public void schedule(ReminderMessage message, Instant dueAt, Instant uselessAt) {
            throw new IllegalStateException("crash");
        }
    }
}
