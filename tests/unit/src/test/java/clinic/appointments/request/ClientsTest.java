package clinic.appointments.request;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.fixture.trial.Ports;
import clinic.appointments.message.AppointmentCommand.RequestCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Receipt;
import clinic.appointments.wire.ApiSender;
import clinic.appointments.wire.RequestCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An id belongs to the client that has chosen it: the same id of another client is another request. */
class ClientsTest {

    private static final ClientId DESK = new ClientId("123456789012/front-desk");
    private static final ClientId PORTAL = new ClientId("123456789012/portal");
    private static final PatientId BOB = new PatientId("patient-bob");

    private final Ports ports = Ports.inMemory();
    private final RequestUseCases requests = new RequestUseCases(ports, _ -> {}, Given.POLICY);
    private final RequestCodec<RequestCommand> codec = RequestCodec.ofRequestQueue(Given.BERLIN, ports.clock());

    @BeforeEach
    void register() {
        ports.patients().save(Given.patient(Given.ADA));
        ports.patients().save(Given.patient(BOB));
    }

    @Test
    void doesNotGetTheAppointmentOfAnotherClientForItsOwn() {
        assertThat(book(DESK, Given.ADA, "09:00", "09:30")).isEqualTo(new Disposition.Accepted(Effect.BOOKED));

        assertThat(book(PORTAL, BOB, "15:00", "15:30"))
                .isEqualTo(new Disposition.Rejected(RejectionReason.APPOINTMENT_EXISTS));
        assertThat(outcome(DESK)).contains(new Receipt.Accepted(Optional.of(new AppointmentId("order-17"))));
        assertThat(outcome(PORTAL)).contains(new Receipt.Rejected(RejectionReason.APPOINTMENT_EXISTS));
        assertThat(outcome(ClientId.OF_REQUEST_QUEUE)).isEmpty();
    }

    /** Also when the bodies are the same, letter by letter. */
    @Test
    void isNoRepeatOfAnotherClientsRequest() {
        book(DESK, Given.ADA, "09:00", "09:30");

        assertThat(book(PORTAL, Given.ADA, "09:00", "09:30"))
                .isEqualTo(new Disposition.Rejected(RejectionReason.APPOINTMENT_EXISTS));
        assertThat(book(DESK, Given.ADA, "09:00", "09:30")).isEqualTo(new Disposition.Accepted(Effect.REPEATED));
    }

    @Test
    void registersThoughAnotherClientHasRegisteredUnderTheSameId() {
        register(DESK, "Ada");
        register(PORTAL, "Augusta");

        assertThat(ports.patients().find(Given.ADA).flatMap(Patient::details).orElseThrow().firstName())
                .isEqualTo("Augusta");
    }

    @Test
    void isTheQueuesWhereNobodyIsNamedOrNoClientCanBe() {
        assertThat(decode(Map.of(), "{}").requestId().client()).isEqualTo(ClientId.OF_REQUEST_QUEUE);
        assertThat(decode(Map.of(IncomingMessage.CLIENT, "not a client!"), "{}").requestId().client())
                .isEqualTo(ClientId.OF_REQUEST_QUEUE);
        assertThat(RequestCodec.ofConfirmationQueue().decode(message(Map.of(), "{}"), Optional.empty()).requestId()
                .client()).isEqualTo(ClientId.OF_CONFIRMATION_QUEUE);
    }

    /** Only what the API says of the signer is believed; anybody else could say it, too. */
    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"AROAAPI:BackplaneAssumeRoleSession, true", "AROAAPI:, true",
            "AROAAPI, false", "AROAAPIX:session, false", "AROAOTHER:AROAAPI:x, false", "AIDAUSER, false",
            "none, false"})
    void isBelievedToHaveSignedWhenTheApiSaysSo(@Nullable String sender, boolean believed) {
        IncomingMessage message = new IncomingMessage("m", "{}", Map.of(IncomingMessage.CLIENT, DESK.value()),
                new IncomingMessage.Delivery("handle", 1, Optional.empty(), Optional.empty(),
                        Optional.ofNullable(sender)));

        assertThat(codec.believing(new ApiSender("AROAAPI")).decode(message, Optional.empty()).signedBy())
                .isEqualTo(Optional.of(DESK).filter(_ -> believed));
        assertThat(codec.decode(message, Optional.empty()).signedBy()).as("without an API").isEmpty();
    }

    @Test
    void standsInTheHistoryWhenTheApiSaysSo() {
        AppointmentRequest<RequestCommand> request = decode(Map.of(IncomingMessage.CLIENT, PORTAL.value()), """
                {"requestId":"order-18","patientId":"%s","appointmentDate":"2026-03-17","startTime":"11:00",\
                "endTime":"11:30"}""".formatted(Given.ADA));
        requests.handle(request.signedBy(Optional.of(DESK)));

        assertThat(ports.appointments().find(new AppointmentId("order-18")).orElseThrow().latestChange().provenance()
                .signedBy()).contains(DESK);
    }

    @Test
    void isReadAsItWasWritten() {
        assertThat(RequestId.ofWritten(new RequestId("r", DESK).written())).isEqualTo(new RequestId("r", DESK));
        assertThat(RequestId.ofWritten("r")).isEqualTo(new RequestId("r", ClientId.OF_REQUEST_QUEUE));
    }

    private void register(ClientId client, String firstName) {
        requests.handle(decode(Map.of(IncomingMessage.CLIENT, client.value()), """
                {"type":"REGISTER_PATIENT","requestId":"r","patientId":"%s","firstName":"%s","lastName":"Lovelace"}"""
                .formatted(Given.ADA, firstName)));
    }

    private Disposition book(ClientId client, PatientId patient, String start, String end) {
        return requests.handle(decode(Map.of(IncomingMessage.CLIENT, client.value()),
                """
                        {"requestId":"order-17","patientId":"%s","appointmentDate":"2026-03-17","startTime":"%s","endTime":"%s"}"""
                        .formatted(patient, start, end)));
    }

    private Optional<Receipt.Result> outcome(ClientId client) {
        return ports.receipts().find(new RequestId("order-17", client)).flatMap(Receipt::outcome);
    }

    private AppointmentRequest<RequestCommand> decode(Map<String, String> attributes, String body) {
        return codec.decode(message(attributes, body), Optional.empty());
    }

    private IncomingMessage message(Map<String, String> attributes, String body) {
        return new IncomingMessage("m", body, attributes,
                new IncomingMessage.Delivery("handle", 1, Optional.of(ports.clock().instant())));
    }
}
