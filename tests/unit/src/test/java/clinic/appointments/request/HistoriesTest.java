package clinic.appointments.request;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.InMemoryRecords;
import clinic.appointments.fixture.InMemoryStore;
import clinic.appointments.fixture.MovableClock;
import clinic.appointments.fixture.reference.History;
import clinic.appointments.fixture.reference.ReferenceModel;
import clinic.appointments.fixture.reference.Step;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Booking;
import clinic.appointments.model.Cause;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;
import clinic.appointments.port.Receipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The use cases on fakes do what the reference model says, over many histories. */
class HistoriesTest {

    private static final int HISTORIES = 20_000;
    private static final int LAST_RECEIVE = 3;

    @Test
    void agreesWithTheReferenceModel() {
        LongStream.range(0, HISTORIES).mapToObj(History::of).forEach(history -> assertThat(difference(history))
                .as(() -> "shrunk from " + history + "\nto " + shrunk(history)).isEmpty());
    }

    /** A service that forgets to look at resources is found out. */
    @Test
    void bites() {
        assertThat(LongStream.range(0, 200).mapToObj(History::of)
                .anyMatch(history -> !difference(history, true).isEmpty())).isTrue();
    }

    /** Histories that never get into each other's way would agree with anything. */
    @Test
    void meetsEveryOutcome() {
        assertThat(LongStream.range(0, 200).mapToObj(History::of).flatMap(history -> {
            ReferenceModel model = new ReferenceModel();
            return history.steps().stream().map(model::apply);
        })).contains("ACCEPTED", "REJECTED:PATIENT_BUSY", "REJECTED:SLOT_TAKEN", "REJECTED:UNKNOWN_PATIENT",
                "REJECTED:UNKNOWN_APPOINTMENT", "REJECTED:ILLEGAL_TRANSITION", "REJECTED:APPOINTMENT_EXISTS");
    }

    private static History shrunk(History failing) {
        return failing.shorter().filter(shorter -> !difference(shorter).isEmpty()).findFirst()
                .map(HistoriesTest::shrunk).orElse(failing);
    }

    private static Optional<String> difference(History history) {
        return difference(history, false);
    }

    private static Optional<String> difference(History history, boolean forgetful) {
        ReferenceModel model = new ReferenceModel();
        InMemoryStore store = new InMemoryStore();
        InMemoryRecords receipts = new InMemoryRecords(new MovableClock());
        TakeRequest service = service(store, receipts);
        for (Step step : history.steps()) {
            String expected = model.apply(step);
            service.handle(request(step, forgetful), LAST_RECEIVE, () -> Duration.ofSeconds(30));
            String actual = outcome(receipts.find(new RequestId(step.request())));
            if (!expected.equals(actual)) {
                return Optional.of(step + ": the model says " + expected + ", the service " + actual);
            }
        }
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> actual = new TreeMap<>();
        model.appointments().forEach((id, appointment) -> {
            expected.put(id, appointment.time() + " " + appointment.resources() + " " + appointment.cancelled());
            actual.put(id, store.find(new AppointmentId(id)).map(HistoriesTest::describe).orElse("none"));
        });
        return expected.equals(actual) || forgetful ? Optional.empty() : Optional.of(expected + " but " + actual);
    }

    private static TakeRequest service(InMemoryStore store, InMemoryRecords receipts) {
        MovableClock clock = new MovableClock();
        Contention contention = new Contention(new Random(1), _ -> {});
        Announcement announcement = new Announcement(_ -> {});
        return new TakeRequest(receipts,
                new TakeRequest.UseCases(new BookAppointment(store, announcement, clock, contention),
                        new ChangeAppointment(store, store, announcement,
                                new ChangeAppointment.Terms(Given.DAY_AND_TWO_HOURS, clock, contention)),
                        new RegisterPatient(store, clock, contention)),
                new TakeRequest.Chance(clock, new Random(1)));
    }

    private static AppointmentRequest request(Step step, boolean forgetful) {
        return new AppointmentRequest(new RequestId(step.request()), step.toString(), Given.trail(),
                new AppointmentRequest.Command(command(step, forgetful), Cause.CLIENT));
    }

    private static AppointmentCommand command(Step step, boolean forgetful) {
        return switch (step) {
            case Step.Register(var _, var patient) -> new AppointmentCommand.RegisterPatient(new PatientId(patient),
                    Given.details(Optional.empty()));
            case Step.Book(var _, var id, var patient, var time, var resources) -> new AppointmentCommand.Book(
                    new Booking(new AppointmentId(id), new PatientId(patient),
                            forgetful ? List.of() : ids(resources), slot(time), Optional.empty()));
            case Step.Move(var _, var id, var time, var resources) -> new AppointmentCommand.Reschedule(
                    new AppointmentId(id), slot(time), resources.map(HistoriesTest::ids));
            case Step.Cancel(var _, var id) -> new AppointmentCommand.Cancel(new AppointmentId(id), Optional.empty());
        };
    }

    private static List<ResourceId> ids(List<String> resources) {
        return resources.stream().map(ResourceId::of).toList();
    }

    private static TimeSlot slot(Step.Time time) {
        LocalTime nine = LocalTime.of(9, 0);
        return new TimeSlot(Given.DATE.plusDays(time.day()), nine.plusMinutes(time.from()), nine.plusMinutes(time.to()),
                Given.BERLIN);
    }

    private static String outcome(Optional<Receipt> receipt) {
        return switch (receipt.flatMap(Receipt::outcome).orElseThrow()) {
            case Receipt.Accepted _ -> "ACCEPTED";
            case Receipt.Rejected(var reason) -> "REJECTED:" + reason;
            case Receipt.Parked(var reason) -> "PARKED:" + reason;
        };
    }

    private static String describe(Appointment appointment) {
        TimeSlot slot = appointment.booking().slot();
        LocalTime nine = LocalTime.of(9, 0);
        Step.Time time = new Step.Time((int) (slot.date().toEpochDay() - Given.DATE.toEpochDay()),
                (int) Duration.between(nine, slot.start()).toMinutes(),
                (int) Duration.between(nine, slot.end()).toMinutes());
        return time + " " + appointment.booking().resources().stream().map(ResourceId::id).toList() + " "
                + (appointment.status() == AppointmentStatus.CANCELLED);
    }
}
