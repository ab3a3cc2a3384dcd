package clinic.appointments.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.fixture.Standing;
import clinic.appointments.message.Correlation;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.Timeliness;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Schedules;
import clinic.appointments.port.ServiceLevels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class HandleFollowUpTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Instant START = BOOKING.slot().interval().start();
    private static final FollowUp FOLLOW_UP = new FollowUp(BOOKING.appointmentId(), Given.requestOf(BOOKING),
            Given.correlation());
    private static final ReminderMessage DAY_BEFORE = reminder("PT24H");
    private static final ReminderMessage TWO_HOURS_BEFORE = reminder("PT2H");

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final RecordingReminders reminders = new RecordingReminders();
    private final List<Timeliness> counted = new ArrayList<>();
    private final ServiceLevels levels = (_, timeliness) -> counted.add(timeliness);

    @Test
    void confirmsAndSchedulesEveryReminder() {
        store.put(Given.requested(BOOKING));

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.CONFIRMED));
        assertThat(store.find(BOOKING.appointmentId())).contains(Given.confirmed(BOOKING));
        assertThat(reminders.scheduled)
                .isEqualTo(Map.of(DAY_BEFORE, START.minus(Duration.ofHours(24)), TWO_HOURS_BEFORE,
                        START.minus(Duration.ofHours(2))));
        assertThat(reminders.sent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT10S, ON_TIME", "PT10.001S, LATE"})
    void countsWhetherItConfirmsInTime(Duration later, Timeliness timeliness) {
        store.put(Given.requested(BOOKING));
        clock.advance(later);
        handle();
        handle();

        assertThat(counted).as("the second message repeats the first").containsExactly(timeliness);
    }

    @Test
    void leavesAHeldAppointmentToWhoConfirmsItByHandAndSchedulesTheEndOfItsHold() {
        Appointment held = Appointment.requested(BOOKING, Given.provenance(Given.requestOf(BOOKING)),
                Given.held(Duration.ofHours(4)));
        store.put(held);

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(store.find(held.id())).contains(held);
        assertThat(reminders.holds).isEqualTo(Map.of(held.id(), Given.NOW.plus(Duration.ofHours(4))));
    }

    @Test
    void sendsAtOnceWhatIsDueWithinAMinute() {
        store.put(Given.requested(BOOKING));
        clock.set(START.minus(Duration.ofHours(2)).minusSeconds(60));
        handle();

        assertThat(reminders.sent).containsExactly(TWO_HOURS_BEFORE);
        assertThat(reminders.scheduled).isEmpty();
        assertThat(states()).containsExactly(ReminderState.SKIPPED_TOO_LATE, ReminderState.SCHEDULED);
    }

    @Test
    void healsACrashBetweenTheConfirmationAndItsSchedules() {
        store.put(Given.requested(BOOKING));
        assertThatThrownBy(() -> use(new FailingSchedules()).handle(FOLLOW_UP, Optional.of(Given.NOW)))
                .hasMessage("crash");

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(reminders.scheduled).containsOnlyKeys(DAY_BEFORE, TWO_HOURS_BEFORE);
    }

    @Test
    void doesNotScheduleAgainWhatIsClosed() {
        Appointment confirmed = Given.confirmed(BOOKING);
        store.put(confirmed);
        store.update(confirmed, confirmed.reminders().getFirst().in(ReminderState.SENT, Given.NOW));
        handle();

        assertThat(reminders.scheduled).containsOnlyKeys(TWO_HOURS_BEFORE);
    }

    @Test
    void waitsForAnAppointmentThatMayBeBookedYet() {
        assertThat(handle()).isEqualTo(new Disposition.Deferred("UNKNOWN_APPOINTMENT", Duration.ofSeconds(5)));
        clock.advance(Duration.ofSeconds(5));
        assertThat(handle()).isEqualTo(new Disposition.Deferred("UNKNOWN_APPOINTMENT", Duration.ofSeconds(11)));
        clock.advance(Duration.ofSeconds(10));
        assertThat(handle()).isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_APPOINTMENT));
    }

    @Test
    void isPutBackWhenAnotherWriteWon() {
        store.put(Given.requested(BOOKING));
        HandleFollowUp use = new HandleFollowUp(HinderedStore.losingRaces(store),
                new DecideConfirmation(store, Given.POLICY),
                new AppointmentTimers(reminders, reminders, clock), levels, clock);

        assertThat(use.handle(FOLLOW_UP, Optional.of(Given.NOW)))
                .isEqualTo(new Disposition.Deferred("CONTENDED", Duration.ofSeconds(2)));
        assertThat(reminders.scheduled).isEmpty();
        assertThat(reminders.sent).isEmpty();
    }

    /** What comes late changes no status any more. */
    @ParameterizedTest
    @EnumSource(value = AppointmentStatus.class, mode = EnumSource.Mode.EXCLUDE, names = "REQUESTED")
    void changesNothingAboutAnAppointmentThatHasMovedOn(AppointmentStatus status) {
        Appointment standing = Standing.at(status, BOOKING);
        store.put(standing);

        assertThat(handle()).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(store.find(standing.id())).contains(standing);
    }

    private Disposition handle() {
        return use(reminders).handle(FOLLOW_UP, Optional.of(Given.NOW));
    }

    private HandleFollowUp use(Schedules schedules) {
        return new HandleFollowUp(store, new DecideConfirmation(store, Given.POLICY),
                new AppointmentTimers(schedules, reminders, clock), levels, clock);
    }

    private List<ReminderState> states() {
        return store.find(BOOKING.appointmentId()).orElseThrow().reminders().stream().map(Reminder::state).toList();
    }

    private static ReminderMessage reminder(String offset) {
        return new ReminderMessage.Remind(BOOKING.appointmentId(), new ReminderKey(1, ReminderKind.offset(offset)),
                Given.correlation());
    }

    private static final class FailingSchedules implements Schedules {

        @Override
        public void remind(ReminderMessage.Remind message, Instant dueAt, Instant uselessAt) {
            throw new IllegalStateException("crash");
        }

        @Override
        public void endHold(AppointmentId appointment, Instant end, Correlation correlation) {
            throw new IllegalStateException("crash");
        }
    }
}
