package clinic.appointments.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.confirmation.ConfirmationUseCases;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.ConfirmationCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A request that was sent before another one, and is delivered after it, changes nothing any more. */
class LateCommandsTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final AppointmentId ID = BOOKING.appointmentId();
    private static final Disposition OVERTAKEN = new Disposition.Rejected(RejectionReason.OVERTAKEN);
    private static final Instant EARLIER = Given.NOW.plusSeconds(10);
    private static final Instant LATER = Given.NOW.plusSeconds(60);

    private final Ports ports = Ports.inMemory();
    private final RequestUseCases requests = new RequestUseCases(ports, _ -> {}, Given.POLICY);
    private final ConfirmationUseCases confirmations = new ConfirmationUseCases(ports, new RecordingReminders(),
            _ -> {},
            Given.POLICY);

    @BeforeEach
    void bookAndMove() {
        ports.patients().save(Given.patient(Given.ADA));
        requests.handle(Given.request(BOOKING));
        ports.clock().set(LATER);
        assertThat(take("second", move("15:00", "15:30"), LATER))
                .isEqualTo(new Disposition.Accepted(Effect.RESCHEDULED));
    }

    @Test
    void doesNotMoveBackWhatWasMovedSince() {
        assertThat(take("first", move("11:00", "11:30"), EARLIER)).isEqualTo(OVERTAKEN);

        assertThat(stored().slot()).isEqualTo(Given.slot("15:00", "15:30"));
        assertThat(ports.receipts().find(new RequestId("first")).flatMap(Receipt::outcome))
                .contains(new Receipt.Rejected(RejectionReason.OVERTAKEN));
    }

    @Test
    void doesNotCancelWhatWasMovedSince() {
        assertThat(take("first", new AppointmentCommand.Cancel(ID, Optional.empty()), EARLIER)).isEqualTo(OVERTAKEN);
        assertThat(take("third", new AppointmentCommand.Cancel(ID, Optional.empty()), LATER))
                .isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
    }

    /** The confirmation was meant for another time. */
    @Test
    void doesNotConfirmWhatWasMovedSince() {
        assertThat(settle("first", new AppointmentCommand.Confirm(ID), EARLIER)).isEqualTo(OVERTAKEN);
        assertThat(settle("third", new AppointmentCommand.Confirm(ID), LATER))
                .isEqualTo(new Disposition.Accepted(Effect.CONFIRMED));
    }

    @Test
    void doesNotCompleteWhatWasMovedSince() {
        settle("confirm", new AppointmentCommand.Confirm(ID), LATER);
        ports.clock().set(stored().startAt());

        assertThat(settle("first", new AppointmentCommand.Complete(ID, CompletionOutcome.NO_SHOW), EARLIER))
                .isEqualTo(OVERTAKEN);
    }

    /** The patient had come for another time. */
    @Test
    void doesNotCheckInToWhatWasMovedSince() {
        settle("confirm", new AppointmentCommand.Confirm(ID), LATER);

        assertThat(settle("first", new AppointmentCommand.CheckIn(ID, CheckInState.ARRIVED), EARLIER))
                .isEqualTo(OVERTAKEN);
        assertThat(stored().marks().isEmpty()).isTrue();
    }

    @Test
    void isToldByItsOwnRequestBeforeByTheTimeItWasSent() {
        take("cancel", new AppointmentCommand.Cancel(ID, Optional.empty()), LATER.plusSeconds(1));
        RequestUseCases again = new RequestUseCases(ports.with(new Forgotten()), _ -> {}, Given.POLICY);

        assertThat(again.handle(Given.request(new RequestId("second"), move("15:00", "15:30"), LATER)))
                .as("a redelivery whose receipt was not written").isEqualTo(new Disposition.Accepted(Effect.REPEATED));
    }

    @Test
    void isARepeatWhereTheWishIsFulfilled() {
        take("cancel", new AppointmentCommand.Cancel(ID, Optional.empty()), LATER);

        assertThat(take("first", new AppointmentCommand.Cancel(ID, Optional.empty()), EARLIER))
                .isEqualTo(new Disposition.Accepted(Effect.REPEATED));
    }

    /** What the service does by itself is nobody's later word. */
    @Test
    void isNotOvertakenByTheServiceItself() {
        confirmations.handle(new FollowUp(ID, new RequestId("second"), Given.correlation()));

        assertThat(take("cancel", new AppointmentCommand.Cancel(ID, Optional.empty()), LATER))
                .isEqualTo(new Disposition.Accepted(Effect.CANCELLED));
    }

    @Test
    void doesNotRegisterWhoWasToBeForgottenBefore() {
        PatientId eve = new PatientId("eve");
        take("erase", new AppointmentCommand.ErasePatient(eve), LATER);
        ports.clock().advance(ReorderingWindow.LENGTH);
        assertThat(take("erase", new AppointmentCommand.ErasePatient(eve), LATER))
                .isEqualTo(new Disposition.Rejected(RejectionReason.UNKNOWN_PATIENT));

        AppointmentCommand.RegisterPatient registration = new AppointmentCommand.RegisterPatient(eve,
                Given.details(Optional.empty()));
        assertThat(take("late", registration, EARLIER)).isEqualTo(OVERTAKEN);
        assertThat(ports.patients().find(eve).filter(Patient::isKnown)).isEmpty();
        assertThat(take("new", registration, LATER.plusSeconds(1)))
                .isEqualTo(new Disposition.Accepted(Effect.REGISTERED));
    }

    @Test
    void saysWhenItWasSentFirstButCanOnlyMakeItselfOlder() {
        assertThat(sentAt("900")).contains(Instant.ofEpochMilli(900));
        assertThat(sentAt("1001")).contains(Instant.ofEpochMilli(1000));
        assertThat(sentAt("yesterday")).contains(Instant.ofEpochMilli(1000));
        assertThat(sentAt("99999999999999999999")).contains(Instant.ofEpochMilli(1000));
    }

    private static Optional<Instant> sentAt(String attribute) {
        return new IncomingMessage("m", "{}", Map.of(IncomingMessage.SENT_AT, attribute),
                new IncomingMessage.Delivery("handle", 1, Optional.of(Instant.ofEpochMilli(1000)))).sentAt();
    }

    private Disposition take(String request, RequestCommand command, Instant sentAt) {
        return requests.handle(Given.request(new RequestId(request), command, sentAt));
    }

    private Disposition settle(String request, ConfirmationCommand command, Instant sentAt) {
        return confirmations.handle(Given.request(new RequestId(request), command, sentAt));
    }

    private static AppointmentCommand.Reschedule move(String start, String end) {
        return new AppointmentCommand.Reschedule(ID, Given.slot(start, end).local(), Optional.empty(),
                Optional.empty());
    }

    private Appointment stored() {
        return ports.appointments().find(ID).orElseThrow();
    }

    /** Receipts of nothing. */
    private final class Forgotten implements Receipts {

        @Override
        public Opened open(RequestId requestId, String body, Duration atMost) {
            return new Opened.Fresh(ports.clock().instant());
        }

        @Override
        public void close(RequestId requestId, Receipt.Result outcome) {
        }

        @Override
        public Opened settle(RequestId requestId, String body, Receipt.Result outcome) {
            return new Opened.Fresh(ports.clock().instant());
        }

        @Override
        public Opened postpone(RequestId requestId, String body) {
            return new Opened.Fresh(ports.clock().instant());
        }

        @Override
        public void withdraw(RequestId requestId) {
        }

        @Override
        public void giveUp(RequestId requestId, String body) {
        }

        @Override
        public void forgetBody(RequestId requestId) {
        }

        @Override
        public Optional<Receipt> find(RequestId requestId) {
            return Optional.empty();
        }
    }
}
