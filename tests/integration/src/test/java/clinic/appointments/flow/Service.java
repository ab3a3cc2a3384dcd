package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.contract.QueueName;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The service as its clients see it: messages in, answers out. */
public final class Service {

    /** One for both queues, as over HTTP. */
    static final String CLIENT = "123456789012/flow";

    static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final LocalStage stage;

    public Service(LocalStage stage) {
        this.stage = stage;
    }

    /** A name that no other test uses. */
    public static String unique(String stem) {
        return stem + "-" + UUID.randomUUID().toString().substring(0, 12);
    }

    public LocalDate inDays(int days) {
        return LocalDate.ofInstant(stage.clock().instant(), BERLIN).plusDays(days);
    }

    public String register(String patient) {
        String request = unique("register");
        send(request, JSON.createObjectNode().put("type", "REGISTER_PATIENT").put("patientId", patient)
                .put("firstName", "Testname").put("lastName", "Testfamily").put("email", patient + "@example.org"));
        return request;
    }

    public String book(String request, String patient, LocalDate date, String start, String end, String... resources) {
        ObjectNode body = JSON.createObjectNode().put("type", "BOOK").put("patientId", patient)
                .put("appointmentDate", date.toString()).put("startTime", start).put("endTime", end)
                .put("notes", "Testnotes");
        ArrayNode ids = body.putArray("resourceIds");
        for (String resource : resources) {
            ids.add(resource);
        }
        send(request, body);
        return request;
    }

    void send(String request, ObjectNode body) {
        send(QueueName.REQUEST, body.put("requestId", request));
    }

    void send(QueueName queue, ObjectNode body) {
        stage.send(queue.id(), body.toString(), Map.of("client", CLIENT));
    }

    /** Sends to the confirmation queue. */
    void settle(String request, ObjectNode body) {
        stage.send(QueueName.CONFIRMATION.id(), body.put("requestId", request).toString(),
                Map.of("client", CLIENT));
    }

    /** Loses every schedule, as if somebody had deleted the group. */
    void forgetSchedules() {
        stage.schedules().forEach(schedule -> stage.forget(schedule));
    }

    /** {@code ACCEPTED}, {@code REJECTED:<code>}, {@code PARKED:<reason>}, {@code PENDING}, or nothing at all. */
    Optional<String> outcome(String request) throws InterruptedException {
        return receipt(request).map(receipt -> receipt.path("state").asText()
                + (receipt.has("code") ? ":" + receipt.path("code").asText() : ""));
    }

    Optional<JsonNode> receipt(String request) throws InterruptedException {
        ObjectNode event = get("/support/requests/{requestId}");
        event.putObject("pathParameters").put("requestId", request);
        event.putObject("multiValueQueryStringParameters").putArray("client").add(CLIENT);
        return found(event);
    }

    Optional<JsonNode> appointment(String id) throws InterruptedException {
        ObjectNode event = get("/appointments/{appointmentId}");
        event.putObject("pathParameters").put("appointmentId", id);
        return found(event);
    }

    /** The answer of the query function to an API Gateway event. */
    JsonNode query(ObjectNode event) throws InterruptedException {
        return switch (stage.invoke(FunctionName.QUERY.id(), event.toString())) {
            case Invocation.Responded(var payload) -> read(payload);
            case Invocation.Failed(var type, _) -> throw new AssertionError("the query failed with " + type);
            case Invocation.TimedOut _ -> throw new AssertionError("the query timed out");
            case Invocation.Crashed(var detail) -> throw new AssertionError("the query crashed: " + detail);
        };
    }

    static ObjectNode get(String resource) {
        return JSON.createObjectNode().put("httpMethod", "GET").put("resource", resource);
    }

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<JsonNode> found(ObjectNode event) throws InterruptedException {
        JsonNode answer = query(event);
        return answer.path("statusCode").asInt() == 200
                ? Optional.of(read(answer.path("body").asText()))
                : Optional.empty();
    }
}
