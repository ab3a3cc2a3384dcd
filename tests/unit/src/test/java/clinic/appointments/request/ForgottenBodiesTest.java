package clinic.appointments.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Receipts.Opened;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What an erasure leaves of the bodies of requests: nothing by which a receipt would know them again. */
class ForgottenBodiesTest {

    private static final Booking BOOKING = Given.booking("a", Given.slot("09:00", "09:30"));
    private static final AppointmentId ID = BOOKING.appointmentId();
    private static final PatientDetails ADA = Given.details(Optional.of("ada@example.org"));

    private final Ports ports = Ports.inMemory();
    private final RequestUseCases requests = new RequestUseCases(ports, _ -> {}, Given.POLICY);

    @Test
    void areThoseOfTheRegistrationAndOfEveryRequestInAHistory() {
        take("register", new AppointmentCommand.RegisterPatient(Given.ADA, ADA));
        take("book", new AppointmentCommand.Book(BOOKING));
        take("move", new AppointmentCommand.Reschedule(ID, Given.slot("10:00", "10:30").local(), Optional.empty(),
                Optional.empty()));
        assertThat(known()).containsExactly("register", "book", "move");

        take("erase", new AppointmentCommand.ErasePatient(Given.ADA));
        assertThat(known()).isEmpty();
        assertThat(open("book", "a guess")).isInstanceOf(Opened.Done.class);
    }

    @Test
    void areNotThoseOfOthers() {
        take("register", new AppointmentCommand.RegisterPatient(Given.ADA, ADA));
        take("book", new AppointmentCommand.Book(BOOKING));
        take("erase", new AppointmentCommand.ErasePatient(new PatientId("eve")));

        assertThat(known()).containsExactly("register", "book");
    }

    @Test
    void areLeftToExpireWhenTheirReceiptsHaveBeenDeletedLongSince() {
        take("register", new AppointmentCommand.RegisterPatient(Given.ADA, ADA));
        take("book", new AppointmentCommand.Book(BOOKING));
        ports.clock().advance(Duration.ofDays(41));
        take("erase", new AppointmentCommand.ErasePatient(Given.ADA));

        assertThat(known()).containsExactly("book");
    }

    private void take(String request, AppointmentCommand.RequestCommand command) {
        requests.handle(Given.request(new RequestId(request), command, ports.clock().instant()));
    }

    /** Those that tell another body from their own. */
    private List<String> known() {
        return List.of("register", "book", "move").stream()
                .filter(request -> ports.receipts().find(new RequestId(request)).isPresent())
                .filter(request -> open(request, "a guess") instanceof Opened.Conflict).toList();
    }

    private Opened open(String request, String body) {
        return ports.receipts().open(new RequestId(request), body, Duration.ofSeconds(30));
    }
}
