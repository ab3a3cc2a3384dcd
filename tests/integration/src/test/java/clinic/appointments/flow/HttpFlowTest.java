package clinic.appointments.flow;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static clinic.appointments.flow.Service.unique;
import static org.assertj.core.api.Assertions.assertThat;

/** The service over HTTP, as clients use it. */
@ExtendWith(StageExtension.class)
class HttpFlowTest {

    private final LocalStage stage;
    private final Service service;
    private final Client client;

    HttpFlowTest(LocalStage stage) {
        this.stage = stage;
        service = new Service(stage);
        client = new Client(stage.api());
    }

    @Test
    void booksAndAnswers() throws InterruptedException {
        String patient = registered();
        String key = unique("book");
        HttpResponse<String> accepted = client.request(key, "POST", "/appointments", booking(patient).toString());
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location")).contains("/requests/" + key);
        assertThat(Client.json(accepted)).isEqualTo(Service.read(
                "{\"requestId\":\"%1$s\",\"appointmentId\":\"%1$s\",\"status\":\"PENDING\"}".formatted(key)));
        stage.awaitIdle();

        JsonNode receipt = Client.json(client.get(accepted.headers().firstValue("Location").orElseThrow()));
        assertThat(receipt.path("state").asText()).isEqualTo("ACCEPTED");
        JsonNode appointment = Client.json(client.get("/appointments/" + receipt.path("appointmentId").asText()));
        assertThat(appointment.path("status").asText()).isEqualTo("CONFIRMED");
        assertThat(appointment.path("notes").asText()).isEqualTo("Testnotes: \"ü\" & 'more'");
    }

    @ParameterizedTest
    @CsvSource({"POST,//appointments", "GET,//appointments/a", "POST,///appointments", "GET,/patients//a",
            "POST,//patients/appointments", "GET,//"})
    void knowsNoPathWithAnEmptySegment(String method, String path) throws InterruptedException {
        HttpResponse<String> answer = client.request(unique("slashes"), method, path, booking("nobody").toString());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Client.json(answer).path("detail").asText()).contains("the operation does not exist");
    }

    @Test
    void passesOverAByteOrderMark() throws InterruptedException {
        String patient = registered();

        assertThat(client.request(unique("bom"), "POST", "/appointments", "\uFEFF" + booking(patient)).statusCode())
                .isEqualTo(202);
        stage.awaitIdle();
        assertThat(Client.json(client.get("/patients/" + patient + "/appointments")).path("appointments")).hasSize(1);
    }

    @Test
    void booksOnceHoweverOftenTheSameKeyComes() throws InterruptedException {
        String patient = registered();
        String key = unique("twice");
        String body = booking(patient).toString();
        for (int time = 0; time < 3; time++) {
            assertThat(client.request(key, "POST", "/appointments", body).statusCode()).isEqualTo(202);
        }
        stage.awaitIdle();
        assertThat(Client.json(client.get("/patients/" + patient + "/appointments")).path("appointments")).hasSize(1);
        assertThat(Client.json(client.get("/requests/" + key)).path("conflicts").asInt()).isZero();
    }

    /** Whose key it is says the role that signs: what the one has booked, the other neither gets nor sees. */
    @Test
    void keepsTheKeysOfTwoClientsApart() throws InterruptedException {
        String key = unique("order");
        String first = booking(registered()).toString();
        String second = booking(registered()).toString();
        assertThat(as("DESK1", key, first).statusCode()).isEqualTo(202);
        stage.awaitIdle();
        assertThat(as("DESK2", key, second).statusCode()).isEqualTo(202);
        stage.awaitIdle();

        assertThat(Client.json(receipt("DESK1", key)).path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(Client.json(receipt("DESK2", key)).path("code").asText()).isEqualTo("APPOINTMENT_EXISTS");
        assertThat(receipt("DESK3", key).statusCode()).isEqualTo(404);
        assertThat(Client.json(client.get("/support/requests/" + key + "?client=123456789012/DESK1")).path("state")
                .asText()).isEqualTo("ACCEPTED");
    }

    /** The role without its session; a sender to the queue who claims to be that role is not believed. */
    @Test
    void saysWhoSignedAndBelievesNobodyElse() throws InterruptedException {
        String signed = unique("signed");
        as("DESK1", signed, booking(registered()).toString());
        String forged = unique("forged");
        stage.send(QueueName.REQUEST.id(), booking(registered()).put("requestId", forged).toString(),
                Map.of("client", "123456789012/DESK1"));
        stage.awaitIdle();

        assertThat(Client.json(client.get("/appointments/" + signed)).at("/history/0/signedBy").asText())
                .isEqualTo("123456789012/DESK1");
        JsonNode claimed = Client.json(client.get("/appointments/" + forged)).at("/history/0");
        assertThat(claimed.path("client").asText()).isEqualTo("123456789012/DESK1");
        assertThat(claimed.has("signedBy")).isFalse();
    }

    @Test
    void saysThatAnotherBodyCameUnderAKey() throws InterruptedException {
        String key = unique("conflict");
        String patient = registered();
        as("DESK1", key, booking(patient).toString());
        stage.awaitIdle();
        as("DESK1", key, booking(patient).put("notes", "another").toString());
        stage.awaitIdle();

        assertThat(Client.json(receipt("DESK1", key)).path("conflict").asText()).isEqualTo("REQUEST_CONFLICT");
    }

    private HttpResponse<String> as(String accessKey, String key, String body) throws InterruptedException {
        return client.send("POST", "/appointments", body, "Content-Type", "application/json", "Idempotency-Key", key,
                "Authorization", signedBy(accessKey));
    }

    private HttpResponse<String> receipt(String accessKey, String key) throws InterruptedException {
        return client.send("GET", "/requests/" + key, "", "Authorization", signedBy(accessKey));
    }

    private static String signedBy(String accessKey) {
        return "AWS4-HMAC-SHA256 Credential=" + accessKey + "/20300101/eu-central-1/execute-api/aws4_request, "
                + "SignedHeaders=host, Signature=0";
    }

    @Test
    void movesAndCancels() throws InterruptedException {
        String patient = registered();
        String id = unique("moved");
        client.request(id, "POST", "/appointments", booking(patient).toString());
        stage.awaitIdle();
        ObjectNode time = booking(patient).put("appointmentDate", service.inDays(9).toString())
                .without(List.of("patientId", "notes"));
        client.request(unique("move"), "POST", "/appointments/" + id + "/reschedule", time.toString());
        stage.awaitIdle();
        assertThat(Client.json(client.get("/appointments/" + id)).path("appointmentDate").asText())
                .isEqualTo(service.inDays(9).toString());
        client.request(unique("cancel"), "POST", "/appointments/" + id + "/cancel", "{}");
        stage.awaitIdle();
        assertThat(Client.json(client.get("/appointments/" + id)).path("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void keepsTheClientsCorrelationFromTheRequestToTheBounceOfItsReminder() throws InterruptedException {
        String correlation = "web:" + unique("correlation") + "/1.0=x";
        HttpResponse<String> accepted = client.send("POST", "/appointments", booking(registered()).toString(),
                "Content-Type", "application/json", "X-Correlation-Id", correlation);
        stage.awaitIdle();
        stage.runAhead(Duration.ofDays(14));

        assertThat(accepted.headers().firstValue("X-Correlation-Id")).contains(correlation);
        assertThat(List.of(FunctionName.REQUEST, FunctionName.CONFIRMATION, FunctionName.REMINDER))
                .allSatisfy(function -> assertThat(log(function)).content().contains(inALine(correlation)));

        Mail letter = stage.mails().stream().filter(mail -> correlation.replace(":", "_3a").replace("/", "_2f")
                .replace(".", "_2e").replace("=", "_3d").equals(mail.tracking().tags().get("correlation"))).findFirst()
                .orElseThrow();
        stage.publish(SesEvent.bounce(letter, "Permanent", "General"));
        stage.awaitIdle();
        assertThat(log(FunctionName.MAIL_EVENT)).content().contains(inALine(correlation));
    }

    @Test
    void keepsTheClientsCorrelationInTheHistoryAndInAReminderThatReconciliationSends() throws InterruptedException {
        String correlation = unique("correlation");
        String key = unique("correlated");
        client.send("POST", "/appointments", booking(registered()).toString(), "Content-Type", "application/json",
                "X-Correlation-Id", correlation, "Idempotency-Key", key);
        stage.awaitIdle();
        JsonNode booked = Client.json(client.get("/appointments/" + key));
        assertThat(booked.path("history").findValuesAsText("correlationId")).containsExactly(correlation, correlation);

        long before = letters(correlation);
        stage.schedules().stream().filter(schedule -> schedule.input().contains(key)).forEach(stage::forget);
        Instant start = Instant.parse(booked.path("startAt").asText());
        stage.runAhead(Duration.between(stage.clock().instant(), start.minus(Duration.ofHours(1))));
        stage.send(QueueName.REMINDER.id(), "{\"type\":\"RECONCILE\"}", Map.of());
        stage.awaitIdle();
        assertThat(letters(correlation)).isGreaterThan(before);
    }

    private long letters(String correlation) {
        return stage.mails().stream().filter(mail -> correlation.equals(mail.tracking().tags().get("correlation")))
                .count();
    }

    @Test
    void answersAQueryWithTheClientsCorrelation() throws InterruptedException {
        String correlation = unique("look");
        HttpResponse<String> answer = client.send("GET", "/appointments/nothing", "", "x-correlation-id", correlation);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).contains(correlation);
        assertThat(log(FunctionName.QUERY)).content().contains(inALine(correlation));

        HttpResponse<String> refused = client.send("GET", "/appointments/nothing", "", "X-Correlation-Id", "a b");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Client.json(refused).path("detail").asText()).startsWith("X-Correlation-Id must be");
    }

    @Test
    void tellsTheTraceOfARequestToTheFunction() throws InterruptedException {
        String root = "1-5759e988-bd862e3fe1be46a994272793";
        client.send("POST", "/appointments", booking(unique("nobody")).toString(), "Content-Type", "application/json",
                "X-Amzn-Trace-Id", "Root=" + root + ";Parent=53995c3f42cd8ad8;Sampled=1");
        stage.awaitIdle();
        assertThat(stage.traces())
                .anyMatch(segment -> segment.path("links").findValuesAsText("trace_id").contains(root));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"an ill-formed key | Idempotency-Key must be 1 to 36 letters",
            "an unknown field | not allowed by the schema: [\"colour\"]",
            "a missing field | missing required properties ([\"startTime\"])",
            "a wrong type | instance type (integer) does not match", "no JSON | the body is not JSON",
            "an impossible time | startTime must be HH:MM"})
    void refusesAtOnceAndQueuesNothing(String what, String detail) throws InterruptedException {
        stage.awaitIdle();
        long before = sent();
        HttpResponse<String> refused = refused(what);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Client.json(refused).path("detail").asText()).contains(detail);
        assertThat(sent()).isEqualTo(before);
    }

    @Test
    void saysThatThereIsNoSuchOperation() throws InterruptedException {
        assertThat(client.get("/nowhere").statusCode()).isEqualTo(403);
    }

    private Path log(FunctionName function) {
        return stage.logDirectory().resolve(function.id() + ".log");
    }

    private static String inALine(String correlation) {
        return "\"correlation_id\":\"" + correlation + "\"";
    }

    private HttpResponse<String> refused(String what) throws InterruptedException {
        ObjectNode booking = booking("somebody");
        return switch (what) {
            case "an ill-formed key" -> client.request("not a key", "POST", "/appointments", booking.toString());
            case "an unknown field" -> post(booking.put("colour", "blue").toString());
            case "a missing field" -> post(booking.without("startTime").toString());
            case "a wrong type" -> post(booking.put("startTime", 930).toString());
            case "no JSON" -> post("Please book me in on Monday at nine.");
            case "an impossible time" -> post(booking.put("startTime", "24:30").toString());
            default -> throw new AssertionError(what);
        };
    }

    private HttpResponse<String> post(String body) throws InterruptedException {
        return client.request(unique("refused"), "POST", "/appointments", body);
    }

    /** How many messages SQS took from anybody. */
    private long sent() {
        return stage.gateway().calls()
                .calls(call -> call.fullAction().startsWith("sqs:SendMessage") && call.status() == 200).size();
    }

    private String registered() throws InterruptedException {
        String patient = unique("patient");
        assertThat(client.request(unique("register"), "PUT", "/patients/" + patient,
                "{\"firstName\":\"Testname\",\"lastName\":\"Testfamily\",\"email\":\"%s@example.org\"}"
                        .formatted(patient))
                .statusCode()).isEqualTo(202);
        stage.awaitIdle();
        return patient;
    }

    private ObjectNode booking(String patient) {
        return Service.JSON.createObjectNode().put("patientId", patient)
                .put("appointmentDate", service.inDays(8).toString()).put("startTime", "14:00").put("endTime", "14:30")
                .put("notes", "Testnotes: \"ü\" & 'more'");
    }
}
