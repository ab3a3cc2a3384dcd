package clinic.appointments.request;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryBookings;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.inbox.IdempotentReceiver;
import clinic.appointments.inbox.RetryOnConflict;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.Booking;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Receipt;
import org.junit.jupiter.api.BeforeEach;

/** The request queue's use cases on stores in memory, with Ada registered. */
abstract class RequestUseCaseTest {

    static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"), Given.ROOM_1);
    static final Deadline ENOUGH = () -> Duration.ofSeconds(30);
    static final Deadline SHORT = () -> Duration.ofSeconds(5);
    final MovableClock clock = new MovableClock();
    final InMemoryStore store = new InMemoryStore();
    final InMemoryRecords receipts = new InMemoryRecords(clock);
    final InMemoryBookings bookings = new InMemoryBookings(store, receipts);
    final List<FollowUp> followUps = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    ChangePolicy policy = Given.POLICY;

    @BeforeEach
    void registerAda() {
        store.save(Given.patient(Given.ADA));
    }

    static RequestCommand erase() {
        return new AppointmentCommand.ErasePatient(Given.ADA);
    }

    static RequestCommand register() {
        return new AppointmentCommand.RegisterPatient(Given.ADA, Given.details(Optional.empty()));
    }

    static RequestCommand expire() {
        return new AppointmentCommand.ExpireHold(BOOKING.appointmentId());
    }

    static RequestCommand move(String start, String end) {
        return new AppointmentCommand.Reschedule(BOOKING.appointmentId(), Given.slot(start, end).local(),
                Optional.empty(),
                Optional.empty());
    }

    static RequestCommand cancel() {
        return new AppointmentCommand.Cancel(BOOKING.appointmentId(), Optional.of(new ReasonCode("PATIENT_ILL")));
    }

    Disposition take(Booking booking) {
        return take(Given.request(booking));
    }

    /** When there is nothing left to wait for. */
    Disposition takeAtLast(AppointmentRequest<RequestCommand> request) {
        take(request);
        clock.advance(ReorderingWindow.LENGTH);
        return take(request);
    }

    Disposition take(AppointmentRequest<RequestCommand> request) {
        return request(bookings, followUps::add).handle(request, ENOUGH);
    }

    Disposition takeWith(Bookings bookings, FollowUps sender) {
        return request(bookings, sender).handle(Given.request(BOOKING), ENOUGH);
    }

    IdempotentReceiver<RequestCommand> request(Bookings bookings, FollowUps sender) {
        RequestCommands commands = RequestCommands.of(
                Ports.of(store, receipts, clock).with(bookings), sender, policy, clock);
        return new IdempotentReceiver<>(receipts.ofAnotherProcess(), commands,
                new RetryOnConflict(new Random(1), pauses::add), clock, new Random(1));
    }

    Optional<Receipt.Result> outcome(Booking booking) {
        return receipts.find(Given.requestOf(booking)).flatMap(Receipt::outcome);
    }
}
