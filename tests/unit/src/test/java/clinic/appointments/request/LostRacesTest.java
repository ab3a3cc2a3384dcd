package clinic.appointments.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.HinderedStore;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.FollowUp;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Patient;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A command that could not be written is not done: nothing follows of it, and its receipt stays open. */
class LostRacesTest {

    private static final Booking BOOKING = new Booking(new AppointmentId("a"), Given.ADA, List.of(Given.ROOM_1),
            Given.slot("09:00", "09:30"), Optional.of("Testnotes"));
    private static final Duration FOR_ONE_ATTEMPT = Duration.ofSeconds(5);

    private final MovableClock clock = new MovableClock();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryRecords receipts = new InMemoryRecords(clock);
    private final List<FollowUp> followUps = new ArrayList<>();
    private final Appointment booked = Given.requested(BOOKING);
    private final Patient ada = Given.patient(Given.ADA);

    @BeforeEach
    void book() {
        store.save(ada);
        store.put(booked);
    }

    static Stream<RequestCommand> commands() {
        Booking another = Given.booking("b", Given.slot("15:00", "15:30"));
        return Stream.of(new AppointmentCommand.Book(another),
                new AppointmentCommand.Reschedule(BOOKING.appointmentId(), another.slot().local(), Optional.empty(),
                        Optional.empty()),
                new AppointmentCommand.Cancel(BOOKING.appointmentId(), Optional.empty()),
                new AppointmentCommand.RegisterPatient(Given.ADA, Given.details(Optional.empty())),
                new AppointmentCommand.ErasePatient(Given.ADA));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void areNotTakenForDone(RequestCommand command) {
        RequestId request = new RequestId("r");
        Disposition disposition = commands(HinderedStore.losingRaces(store)).handle(Given.request(request, command),
                () -> FOR_ONE_ATTEMPT);

        assertThat(disposition).isInstanceOfSatisfying(Disposition.Deferred.class,
                deferred -> assertThat(deferred.reason()).isEqualTo("CONTENDED"));
        assertThat(receipts.find(request).flatMap(Receipt::outcome)).isEmpty();
        assertThat(followUps).isEmpty();
        assertThat(store.find(booked.id())).as("notes, too, go only after the patient").contains(booked);
        assertThat(store.find(Given.ADA)).contains(ada);
    }

    /** Until the patient is erased, a booking with notes may be under way that would not be found any more. */
    @Test
    void deletesNoNotesBeforeThePatientIsErased() {
        assertThatThrownBy(() -> commands(HinderedStore.broken(store)).handle(
                Given.request(new RequestId("r"), new AppointmentCommand.ErasePatient(Given.ADA)),
                () -> Duration.ofSeconds(30))).hasMessage("broken outside");

        assertThat(store.find(booked.id())).contains(booked);
    }

    @Test
    void leavesWhatWasWrittenAfterANewerRegistrationToTheOneThatIsRegistered() {
        clock.advance(Duration.ofMinutes(10));
        take(new RequestId("register"), new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.empty())));
        clock.advance(Duration.ofMinutes(10));
        Booking after = new Booking(new AppointmentId("after"), Given.ADA, List.of(), Given.slot("15:00", "15:30"),
                Optional.of("Testnotes"));
        take(new RequestId("after"), new AppointmentCommand.Book(after));
        commands(HinderedStore.losingRaces(store)).handle(Given.request(new RequestId("late"),
                new AppointmentCommand.ErasePatient(Given.ADA), Given.NOW.plusSeconds(1)), () -> FOR_ONE_ATTEMPT);

        assertThat(notes("a")).isEmpty();
        assertThat(notes("after")).contains("Testnotes");
    }

    private void take(RequestId request, RequestCommand command) {
        assertThat(
                new RequestUseCases(
                        Ports.of(store, receipts, clock), followUps::add, Given.POLICY)
                        .handle(Given.request(request, command, clock.instant())))
                .isInstanceOf(Disposition.Accepted.class);
    }

    private Optional<String> notes(String id) {
        return store.find(new AppointmentId(id)).flatMap(found -> found.booking().notes());
    }

    private IdempotentReceiver<RequestCommand> commands(HinderedStore hindered) {
        RequestCommands commands = RequestCommands.of(
                Ports.of(store, receipts, clock).with((Bookings) hindered).with((Patients) hindered)
                        .with((Resources) hindered),
                followUps::add, Given.POLICY, clock);
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(), commands,
                new RetryOnConflict(new Random(1), _ -> {}), clock, new Random(1));
    }
}
