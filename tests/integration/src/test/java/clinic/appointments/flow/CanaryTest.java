package clinic.appointments.flow;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static clinic.appointments.flow.Service.unique;
import static clinic.appointments.local.gateway.Service.DYNAMODB;
import static clinic.appointments.local.gateway.Service.SCHEDULER;
import static clinic.appointments.local.gateway.Service.SES;
import static clinic.appointments.local.gateway.Service.SQS;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told about a patient stays in items, queued bodies and e-mails: nothing else that functions let out at level
 * DEBUG has a trace of it, whatever the samples contain, whatever comes misshapen, and whatever services refuse.
 */
class CanaryTest {

    private static final Path EVENTS = Path.of("events");

    private static LocalStage stage;

    private final Canaries canaries = new Canaries();
    private final List<String> answers = new ArrayList<>();
    private final Service service = new Service(stage);
    private final Client client = new Client(stage.api());

    /** Of its own: its bookings would be in the way of others, and its faults, too. */
    @BeforeAll
    static void boot() {
        stage = LocalStage.boot(SchedulingStage.settings("dev").build());
    }

    @AfterAll
    static void close() {
        Optional.ofNullable(stage).ifPresent(LocalStage::close);
    }

    @Test
    void staysWhereItBelongs() throws InterruptedException, IOException {
        sendSamples();
        sendMisshapen();
        sendOverHttp();
        refuseCalls();
        stage.publish(SesEvent.bounce(stage.mails().getLast(), "Permanent", "General"));
        stage.runAhead(Duration.ofDays(3));
        stage.fireRecurring();

        new Leaks(stage, canaries, answers).areNone();
    }

    private void sendSamples() throws IOException, InterruptedException {
        for (Path file : samples()) {
            for (JsonNode entry : Service.JSON.readTree(file.toFile())) {
                JsonNode body = canaries.put(entry.path("body"));
                String text = body.isTextual() ? body.textValue() + canaries.word() : body.toString();
                stage.send(queue(entry), dated(text), Map.of());
                if (body instanceof ObjectNode object) {
                    stage.send(queue(entry), dated(withEveryField(object).toString()), Map.of());
                }
            }
            stage.awaitIdle();
        }
    }

    /** Also with what does not belong into it. */
    private ObjectNode withEveryField(ObjectNode body) {
        ObjectNode more = body.deepCopy().put("requestId", unique("more"));
        Canaries.PERSONAL.forEach(field -> more.put(field, canaries.of(field)));
        return more;
    }

    private static String queue(JsonNode entry) {
        return QueueName.valueOf(entry.path("queue").asText("request").toUpperCase(Locale.ROOT)).id();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    private String dated(String text) {
        String filled = text;
        for (int days = 0; days < 30; days++) {
            filled = filled.replace("${today+" + days + "}", service.inDays(days).toString());
        }
        return filled;
    }

    private void sendMisshapen() throws InterruptedException {
        ObjectNode registration = registration("misshapen");
        ObjectNode booking = booking("misshapen");
        Stream.concat(canaries.misshapen(registration).stream(), canaries.misshapen(booking).stream())
                .map(body -> ((ObjectNode) body).put("requestId", unique("misshapen")))
                .forEach(body -> stage.send(QueueName.REQUEST.id(), Canaries.json(body), Map.of()));
        String cut = registration.toString();
        stage.send(QueueName.REQUEST.id(), cut.substring(0, cut.length() - 3), Map.of());
        stage.awaitIdle();
    }

    private void sendOverHttp() throws InterruptedException {
        ObjectNode details = registration("http").without(List.of("type", "patientId"));
        answers.add(seen(client.request(unique("ok"), "PUT", "/patients/http", details.toString())));
        for (JsonNode misshapen : canaries.misshapen(details)) {
            answers.add(seen(client.request(unique("bad"), "PUT", "/patients/http", Canaries.json(misshapen))));
        }
        for (String field : Canaries.PERSONAL) {
            answers.add(seen(client.request(canaries.of("email"), "PUT", "/patients/http", details.toString())));
            answers.add(seen(client.send("GET", "/patients/http", "", "X-Correlation-Id",
                    canaries.of(field) + " " + canaries.of(field))));
            answers.add(seen(client.get("/appointments?status=" + canaries.of(field))));
        }
        answers.add(seen(client.send("POST", "/patient-search", "{\"email\":\"" + canaries.of("email") + "\"}",
                "Content-Type", "application/json")));
        answers.add(seen(client.send("POST", "/patient-search", "{\"email\":\"" + canaries.word() + "\"}",
                "Content-Type", "application/json")));
        stage.awaitIdle();
    }

    private static String seen(HttpResponse<String> answer) {
        return answer.headers().map() + "\n" + answer.body();
    }

    /** Each service quotes in its error what it was given. */
    private void refuseCalls() throws InterruptedException {
        service.send(unique("refused"), registration("refused"));
        stage.awaitIdle();
        for (CallMatch call : List.of(CallMatch.of(DYNAMODB, "TransactWriteItems"),
                CallMatch.of(SQS, "SendMessageBatch"), CallMatch.of(SCHEDULER, "CreateSchedule"),
                CallMatch.of(SES, "SendEmail"), CallMatch.of(DYNAMODB, "UpdateItem"))) {
            stage.gateway().faults().before(call,
                    new FaultEffect.Refuse("ValidationException", "The value " + canaries.of("email") + " is bad."));
            service.send(unique("refused"), booking("refused"));
            stage.awaitIdle();
        }
        stage.gateway().faults().clear();
        stage.killFunction(FunctionName.REQUEST.id());
        service.send(unique("killed"), booking("refused"));
        stage.awaitIdle();
    }

    private ObjectNode registration(String patient) {
        ObjectNode body = Service.JSON.createObjectNode().put("type", "REGISTER_PATIENT")
                .put("patientId", patient);
        Canaries.PERSONAL.stream().filter(field -> !field.equals("notes"))
                .forEach(field -> body.put(field, canaries.of(field)));
        return body;
    }

    private ObjectNode booking(String patient) {
        return Service.JSON.createObjectNode().put("type", "BOOK").put("patientId", patient)
                .put("appointmentDate", service.inDays(2).toString()).put("startTime", "10:00")
                .put("endTime", "10:15").put("notes", canaries.of("notes"));
    }
}
