package clinic.appointments.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import clinic.appointments.fixture.ForwardingAppointments;
import clinic.appointments.fixture.ForwardingBookings;
import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.RecordingReminders;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.ConfirmationCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.FollowUp;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CheckInState;
import clinic.appointments.model.CompletionOutcome;
import clinic.appointments.model.Decision;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Markings;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;
import clinic.appointments.request.RequestUseCases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * A check-in and another command come between each other's reading and writing: both are carried out, one after the
 * other, or a receipt says no.
 */
class CheckInRacesTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    private static final AppointmentId ID = BOOKING.appointmentId();
    private static final Instant START = BOOKING.slot().interval().start();
    private static final RequestId CHECK_IN = new RequestId("check-in");

    private final Ports ports = Ports.inMemory();

    /** Something else that happens to the appointment. */
    record Rival(AppointmentCommand command) {

        boolean movesIt() {
            return command instanceof AppointmentCommand.Reschedule move && !move.time().start()
                    .equals(BOOKING.slot().start());
        }

        /** A move comes before the start, a completion after it. */
        Instant sentAt() {
            return command instanceof AppointmentCommand.Complete ? START : START.minusSeconds(600);
        }

        boolean endsIt() {
            return command instanceof AppointmentCommand.Cancel || command instanceof AppointmentCommand.Complete;
        }

        @Override
        public String toString() {
            return command.getClass().getSimpleName() + (movesIt() ? " to another time" : "");
        }
    }

    static Stream<Arguments> races() {
        return Stream.of(move("15:00", "15:30", Optional.empty()),
                move("09:00", "09:30", Optional.of(List.of(Given.DR_GREY))),
                new AppointmentCommand.Cancel(ID, Optional.empty()), new AppointmentCommand.Confirm(ID),
                new AppointmentCommand.Complete(ID, CompletionOutcome.FULFILLED),
                new AppointmentCommand.CheckIn(ID, CheckInState.IN_ROOM)).map(Rival::new)
                .flatMap(rival -> Stream.of(arguments(rival, -1), arguments(rival, 1)));
    }

    private static AppointmentCommand.Reschedule move(String start, String end,
            Optional<List<ResourceId>> resources) {
        return new AppointmentCommand.Reschedule(ID, Given.slot(start, end).local(), Optional.empty(), resources);
    }

    @BeforeEach
    void book() {
        ports.patients().save(Given.patient(Given.ADA));
        requests(ports).handle(Given.request(BOOKING));
        confirmations(ports).handle(new FollowUp(ID, Given.requestOf(BOOKING), Given.correlation()));
    }

    /** Whether the check-in was sent before or after the rival. */
    @ParameterizedTest(name = "{0} before the mark is written, sent {1} s after it")
    @MethodSource("races")
    void aCheckInThatLosesDecidesAgain(Rival rival, int seconds) {
        ports.clock().set(rival.sentAt());
        AtomicBoolean came = new AtomicBoolean();
        Ports racing = ports.with((Markings) (made, settlement) -> {
            if (!came.getAndSet(true)) {
                take(ports, rival);
            }
            return ports.markings().save(made, settlement);
        });

        Disposition disposition = checkIn(racing, rival.sentAt().plusSeconds(seconds));
        assertThat(came).isTrue();
        assertThat(disposition instanceof Disposition.Accepted).isEqualTo(isReceiptAccepted())
                .isEqualTo(hasArrived())
                .isEqualTo(!rival.endsIt() && !(rival.movesIt() && seconds < 0));
        assertThat(isDone(rival)).isTrue();
    }

    /** The rival decides again, and finds the mark. */
    @ParameterizedTest(name = "{0} after the mark is written, sent {1} s before it")
    @MethodSource("races")
    void aRivalThatLosesDecidesAgainAndLosesNoMark(Rival rival, int seconds) {
        ports.clock().set(rival.sentAt());
        AtomicBoolean came = new AtomicBoolean();
        Ports racing = ports.with(
                (Bookings) new BookedLater(ports.bookings(), () -> once(came, rival.sentAt().plusSeconds(seconds))))
                .with((Appointments) new SavedLater(ports.appointments(),
                        () -> once(came, rival.sentAt().plusSeconds(seconds))))
                .with((Markings) (made, settlement) -> {
                    once(came, rival.sentAt().plusSeconds(seconds));
                    return ports.markings().save(made, settlement);
                });

        assertThat(take(racing, rival)).isInstanceOf(Disposition.Accepted.class);
        once(came, rival.sentAt().plusSeconds(seconds));
        assertThat(isReceiptAccepted()).isTrue();
        assertThat(isDone(rival)).isTrue();
        assertThat(hasArrived()).as("marks of another time lapse").isEqualTo(!rival.movesIt());
    }

    private void once(AtomicBoolean came, Instant sentAt) {
        if (!came.getAndSet(true)) {
            assertThat(checkIn(ports, sentAt)).isInstanceOf(Disposition.Accepted.class);
        }
    }

    private Disposition checkIn(Ports stores, Instant sentAt) {
        return confirmations(stores).handle(Given.<ConfirmationCommand>request(CHECK_IN,
                new AppointmentCommand.CheckIn(ID, CheckInState.ARRIVED), sentAt));
    }

    private Disposition take(Ports stores, Rival rival) {
        RequestId request = new RequestId("rival");
        return switch (rival.command()) {
            case RequestCommand command -> requests(stores).handle(Given.request(request, command, rival.sentAt()));
            case ConfirmationCommand command ->
                confirmations(stores).handle(Given.request(request, command, rival.sentAt()));
            case AppointmentCommand.ManagementCommand _ -> throw new IllegalArgumentException("not of an appointment");
        };
    }

    private boolean isReceiptAccepted() {
        return ports.receipts().find(CHECK_IN).flatMap(Receipt::outcome).filter(Receipt.Accepted.class::isInstance)
                .isPresent();
    }

    private boolean hasArrived() {
        return stored().marks().has(CheckInState.ARRIVED);
    }

    private boolean isDone(Rival rival) {
        return switch (rival.command()) {
            case AppointmentCommand.CheckIn(var _, var state) -> stored().marks().has(state);
            case AppointmentCommand.Confirm _ -> stored().history().size() == 2;
            case AppointmentCommand _ -> stored().history().stream().map(HistoryEntry::provenance)
                    .anyMatch(provenance -> provenance.requestId().value().equals("rival"));
        };
    }

    private Appointment stored() {
        return ports.appointments().find(ID).orElseThrow();
    }

    private static RequestUseCases requests(Ports stores) {
        return new RequestUseCases(stores, _ -> {}, Given.POLICY);
    }

    private static ConfirmationUseCases confirmations(Ports stores) {
        return new ConfirmationUseCases(stores, new RecordingReminders(), _ -> {}, Given.POLICY);
    }

    private record BookedLater(Bookings real, Runnable before) implements ForwardingBookings {

        @Override
        public WriteResult save(Decision.Granted granted, Receipts.Settlement settlement) {
            before.run();
            return real.save(granted, settlement);
        }
    }

    private record SavedLater(Appointments real, Runnable before) implements ForwardingAppointments {

        @Override
        public WriteResult save(Decision.Granted change) {
            before.run();
            return real.save(change);
        }
    }
}
