package clinic.appointments.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.ForwardingAppointments;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.fixture.Standing;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand.CheckIn;
import clinic.appointments.message.AppointmentCommand.Complete;
import clinic.appointments.message.AppointmentCommand.Confirm;
import clinic.appointments.message.AppointmentCommand.ConfirmationCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConfirmationCommandsTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final Instant START = BOOKING.slot().interval().start();
    private static final Duration HOLD = Duration.ofHours(4);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final RecordingReminders reminders = new RecordingReminders();
    private final List<Duration> pauses = new ArrayList<>();
    private Optional<QuietHours> quiet = Optional.empty();

    /** Every command of the confirmation queue on every status, once the appointment has started. */
    @ParameterizedTest
    @CsvSource({"REQUESTED, CONFIRM, CONFIRMED", "CONFIRMED, CONFIRM, REPEATED", "CANCELLED, CONFIRM, illegal",
            "COMPLETED, CONFIRM, illegal", "REQUESTED, FULFILLED, illegal", "CONFIRMED, FULFILLED, COMPLETED",
            "CANCELLED, FULFILLED, illegal", "COMPLETED, FULFILLED, REPEATED", "REQUESTED, NO_SHOW, illegal",
            "CONFIRMED, NO_SHOW, COMPLETED", "CANCELLED, NO_SHOW, illegal", "COMPLETED, NO_SHOW, illegal",
            "REQUESTED, ARRIVED, illegal", "CONFIRMED, ARRIVED, CHECKED_IN", "CANCELLED, ARRIVED, illegal",
            "COMPLETED, ARRIVED, illegal", "REQUESTED, IN_ROOM, illegal", "CONFIRMED, IN_ROOM, CHECKED_IN",
            "CANCELLED, IN_ROOM, illegal", "COMPLETED, IN_ROOM, illegal", "REQUESTED, LEFT, illegal",
            "CONFIRMED, LEFT, CHECKED_IN", "CANCELLED, LEFT, illegal", "COMPLETED, LEFT, illegal"})
    void movesOnOrRepeatsOrRefuses(AppointmentStatus status, String command, String expected) {
        store.put(Standing.at(status, BOOKING));
        clock.set(START);

        assertThat(take(switch (command) {
            case "CONFIRM" -> confirm();
            case "FULFILLED", "NO_SHOW" -> complete(CompletionOutcome.valueOf(command));
            default -> new CheckIn(BOOKING.appointmentId(), CheckInState.valueOf(command));
        }))
                .isEqualTo(expected.equals("illegal")
                        ? new Disposition.Rejected(RejectionReason.ILLEGAL_TRANSITION)
                        : new Disposition.Accepted(Effect.valueOf(expected)));
    }

    @Test
    void confirmsWhatIsHeldAndSchedulesItsReminders() {
        store.put(Standing.held(BOOKING, HOLD));

        assertThat(take(confirm())).isEqualTo(new Disposition.Accepted(Effect.CONFIRMED));
        Appointment confirmed = stored();
        assertThat(confirmed.status()).isEqualTo(AppointmentStatus.CONFIRMED);
        assertThat(confirmed.holdExpiresAt()).isEmpty();
        assertThat(reminders.scheduled).hasSize(2);
        assertThat(receipts.find(new RequestId("request")).flatMap(Receipt::outcome))
                .contains(new Receipt.Accepted(Optional.of(BOOKING.appointmentId())));
    }

    @Test
    void comesTooLateWhenTheHoldIsOverThoughNothingHasReleasedIt() {
        store.put(Standing.held(BOOKING, HOLD));
        clock.set(Given.NOW.plus(HOLD));

        assertThat(take(confirm())).isEqualTo(new Disposition.Rejected(RejectionReason.HOLD_EXPIRED));
    }

    @Test
    void comesTooLateWhenTheHoldWasReleased() {
        Appointment held = Standing.held(BOOKING, HOLD);
        store.put(held.cancelled(Given.provenance(new RequestId("expiry")), Optional.of(new ReasonCode("HOLD_EXPIRED")),
                Given.TERMS, Given.DAY_AND_TWO_HOURS));

        assertThat(take(confirm())).isEqualTo(new Disposition.Rejected(RejectionReason.HOLD_EXPIRED));
    }

    /** Its process had died before the receipt was written. */
    @Test
    void keepsItsAnswerWhenTheAppointmentWasCancelledAfterIt() {
        Appointment confirmed = Given.requested(BOOKING).confirmed(Given.provenance(new RequestId("request")),
                Given.DAY_AND_TWO_HOURS, Given.BERLIN);
        store.put(confirmed.cancelled(Given.provenance(new RequestId("cancel")), Optional.empty(), Given.TERMS,
                Given.DAY_AND_TWO_HOURS));

        assertThat(take(confirm())).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
        assertThat(take("another", confirm())).isEqualTo(new Disposition.Rejected(RejectionReason.ILLEGAL_TRANSITION));
    }

    @Test
    void completesOnceTheAppointmentHasStarted() {
        store.put(Given.confirmed(BOOKING));
        clock.set(START.minusMillis(1));
        assertThat(take("early", complete(CompletionOutcome.NO_SHOW)))
                .isEqualTo(new Disposition.Rejected(RejectionReason.NOT_STARTED));

        clock.set(START);
        assertThat(take("in-time", complete(CompletionOutcome.NO_SHOW)))
                .isEqualTo(new Disposition.Accepted(Effect.COMPLETED));
        assertThat(stored().outcome()).contains(CompletionOutcome.NO_SHOW);
        assertThat(stored().reminders()).extracting(Reminder::state).containsOnly(ReminderState.SKIPPED_COMPLETED);
        assertThat(stored().forgottenAt()).contains(Given.TERMS.forgottenAt(BOOKING));
    }

    @Test
    void waitsForAnAppointmentThatMayBeBookedYet() {
        assertThat(take(confirm())).isEqualTo(new Disposition.Deferred("UNKNOWN_APPOINTMENT", Duration.ofSeconds(5)));
        store.put(Given.requested(BOOKING));
        assertThat(take(confirm())).isEqualTo(new Disposition.Accepted(Effect.CONFIRMED));
    }

    @Test
    void decidesAgainAfterALostRace() {
        store.put(Given.requested(BOOKING));
        Racing racing = new Racing(store);

        assertThat(use(racing).handle(Given.request(new RequestId("request"), confirm()), this::enough))
                .isEqualTo(new Disposition.Rejected(RejectionReason.ILLEGAL_TRANSITION));
        assertThat(pauses).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = AppointmentStatus.class, names = {"REQUESTED", "CONFIRMED"})
    void settlesNothingThatWasNotWritten(AppointmentStatus status) {
        Appointment standing = Standing.at(status, BOOKING);
        store.put(standing);
        clock.set(standing.startAt());
        ConfirmationCommand command = status == AppointmentStatus.REQUESTED ? confirm()
                : complete(CompletionOutcome.FULFILLED);

        assertThat(use(HinderedStore.losingRaces(store)).handle(Given.request(new RequestId("r"), command),
                () -> Duration.ofSeconds(5))).isInstanceOfSatisfying(Disposition.Deferred.class,
                        deferred -> assertThat(deferred.reason()).isEqualTo("CONTENDED"));
        assertThat(receipts.find(new RequestId("r")).flatMap(Receipt::outcome)).isEmpty();
        assertThat(reminders.scheduled).isEmpty();
        assertThat(reminders.sent).isEmpty();
    }

    /** The patient reads the letter by a clock of their own. */
    @Test
    void plansRemindersByTheClockOfThePatient() {
        store.put(Given.requested(BOOKING));
        store.save(Patient.registered(Given.ADA, inTokyo(), Given.writer("register"), Given.NOW));
        quiet = Optional.of(QuietHours.of("15:00-16:30"));
        take(confirm());

        assertThat(stored().reminders()).extracting(Reminder::dueAt)
                .as("two hours before nine in Berlin it is three in the afternoon in Tokyo")
                .contains(Instant.parse("2026-03-17T07:30:00Z"))
                .doesNotContain(BOOKING.slot().interval().start().minus(Duration.ofHours(2)));
    }

    private static PatientDetails inTokyo() {
        PatientDetails ada = Given.details(Optional.of("ada@example.org"));
        return new PatientDetails(ada.firstName(), ada.lastName(), ada.email(), ada.phone(), ada.dateOfBirth(),
                Optional.of(ZoneId.of("Asia/Tokyo")), ada.locale(), ada.reminderPreference());
    }

    private Duration enough() {
        return Duration.ofSeconds(30);
    }

    private Disposition take(ConfirmationCommand command) {
        return take("request", command);
    }

    private Disposition take(String request, ConfirmationCommand command) {
        return use(store).handle(Given.request(new RequestId(request), command), this::enough);
    }

    private IdempotentReceiver<ConfirmationCommand> use(Appointments appointments) {
        ChangePolicy policy = new ChangePolicy(Given.TERMS,
                new ReminderPlan(Given.DAY_AND_TWO_HOURS.offsets(), quiet, false));
        ConfirmationCommands commands = ConfirmationCommands.of(
                Ports.of(store, receipts, clock).with(appointments), new DecideConfirmation(store, policy),
                new AppointmentTimers(reminders, reminders, clock), clock);
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(), commands,
                new RetryOnConflict(new Random(1), pauses::add), clock, new Random(1));
    }

    private Appointment stored() {
        return store.find(BOOKING.appointmentId()).orElseThrow();
    }

    private static ConfirmationCommand confirm() {
        return new Confirm(BOOKING.appointmentId());
    }

    private static ConfirmationCommand complete(CompletionOutcome outcome) {
        return new Complete(BOOKING.appointmentId(), outcome);
    }

    /** Lets somebody cancel between the first look and the first write. */
    private static final class Racing implements ForwardingAppointments {

        private final InMemoryStore store;
        private boolean cancelled;

        private Racing(InMemoryStore store) {
            this.store = store;
        }

        @Override
        public Appointments real() {
            return store;
        }

        @Override
        public WriteResult save(Decision.Granted change) {
            if (!cancelled) {
                cancelled = true;
                store.put(Standing.at(AppointmentStatus.CANCELLED, BOOKING));
            }
            return store.save(change);
        }
    }
}
