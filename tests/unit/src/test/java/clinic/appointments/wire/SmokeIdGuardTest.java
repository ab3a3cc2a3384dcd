package clinic.appointments.wire;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmokeIdGuardTest {

    private static final String API = "AROAAPI";
    private static final ClientId SMOKE_TEST = new ClientId("123456789012/smoke");
    private static final String REGISTRATION = """
            {"type":"REGISTER_PATIENT","requestId":"smoke-1-register","patientId":"smoke-1","firstName":"Smoke",\
            "lastName":"Test"}""";

    /** The API alone is believed: a sender to the queue who claims to be the smoke test is refused, too. */
    @ParameterizedTest
    @CsvSource({"AROAAPI:session, 123456789012/smoke, true", "AROAAPI:session, 123456789012/front-desk, false",
            "AROAOTHER:session, 123456789012/smoke, false"})
    void letsTheSmokeTestPass(String sender, String client, boolean passes) {
        AppointmentRequest<RequestCommand> request = codec(Optional.of(SMOKE_TEST)).decode(
                message(REGISTRATION, sender, client), Optional.empty());

        assertThat(request.content() instanceof AppointmentRequest.Command).isEqualTo(passes);
        assertThat(refused(request)).isEqualTo(!passes);
    }

    @Test
    void refusesEverybodyInAStageWithoutASmokeTest() {
        assertThat(refused(codec(Optional.empty()).decode(message(REGISTRATION, API + ":s", SMOKE_TEST.value()),
                Optional.empty()))).isTrue();
    }

    /** Nobody learns from the code of a field that the id was free to use. */
    @Test
    void refusesTheIdOfARequestWithAnotherImpossibleValue() {
        assertThat(refused(decode("""
                {"requestId":"smoke-1","patientId":"?","appointmentDate":"2026-03-17","startTime":"09:00",\
                "endTime":"09:30"}"""))).isTrue();
    }

    /** It has no body over HTTP, so that it is not among the requests for both doors. */
    @Test
    void refusesToEraseAPatientOfTheSmokeTest() {
        assertThat(refused(decode("{\"type\":\"ERASE_PATIENT\",\"requestId\":\"r\",\"patientId\":\"smoke-1\"}")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"type\":\"EXPIRE_HOLD\",\"requestId\":\"hold-1\",\"appointmentId\":\"smoke-1\"}",
            "{\"type\":\"CANCEL\",\"requestId\":\"r\",\"appointmentId\":\"no-smoke-1\"}"})
    void letsTheEndOfAHoldAndOtherIdsPass(String body) {
        assertThat(decode(body).content()).isInstanceOf(AppointmentRequest.Command.class);
    }

    @Test
    void parksWhatCannotBeRead() {
        assertThat(decode("{\"type\":\"BURN\",\"requestId\":\"smoke-1\"}").content())
                .isInstanceOf(AppointmentRequest.Malformed.class);
    }

    private static boolean refused(AppointmentRequest<?> request) {
        return request.content().equals(new AppointmentRequest.Invalid<>(RejectionReason.RESERVED_ID));
    }

    private static AppointmentRequest<RequestCommand> decode(String body) {
        return codec(Optional.of(SMOKE_TEST)).decode(message(body, API + ":s", "123456789012/front-desk"),
                Optional.empty());
    }

    private static RequestCodec<RequestCommand> codec(Optional<ClientId> smokeTest) {
        return RequestCodec.ofRequestQueue(Given.BERLIN, () -> Given.NOW).believing(new ApiSender(API))
                .reservingSmokeIdsFor(smokeTest);
    }

    private static IncomingMessage message(String body, String sender, String client) {
        return new IncomingMessage("m", body, Map.of(IncomingMessage.CLIENT, client), new IncomingMessage.Delivery(
                "handle", 1, Optional.empty(), Optional.empty(), Optional.of(sender)));
    }
}
