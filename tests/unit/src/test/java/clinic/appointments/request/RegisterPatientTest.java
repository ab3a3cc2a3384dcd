package clinic.appointments.request;

import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.inbox.RequestReceipt;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.RequestId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RegisterPatientTest extends RequestUseCaseTest {

    @Test
    void registersAPatientAndReplacesWhatIsKnown() {
        AppointmentCommand.RegisterPatient update = new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.of("new@example.org")));

        assertThat(take(Given.request(new RequestId("update"), update)))
                .isEqualTo(new Disposition.Accepted(Effect.REGISTERED));
        Patient stored = store.find(Given.ADA).orElseThrow();
        assertThat(stored.version()).isEqualTo(2);
        assertThat(stored.details().flatMap(PatientDetails::email)).contains("new@example.org");
    }

    @Test
    void registersOnceHoweverOftenItIsTried() {
        AppointmentCommand.RegisterPatient update = new AppointmentCommand.RegisterPatient(Given.ADA,
                Given.details(Optional.empty()));
        AppointmentRequest<RequestCommand> request = Given.request(new RequestId("update"), update);
        take(request);

        assertThat(new RegisterPatient(store, clock).handle(update,
                new RequestContext(request, AppointmentRequest.Requester.BY_CLIENT,
                        new RequestReceipt(receipts, request, ENOUGH))))
                .contains(new CommandResult.Done(Effect.REPEATED));
        assertThat(store.find(Given.ADA).orElseThrow().version()).isEqualTo(2);
    }
}
