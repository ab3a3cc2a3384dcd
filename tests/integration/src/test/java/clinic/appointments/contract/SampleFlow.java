package clinic.appointments.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.Service;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.port.UnresolvedRequests;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Everything that the service does, once: every command, every fate of a message, every question. */
final class SampleFlow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MAX_OFFSET = Duration.ofHours(24);

    private final LocalStage stage;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String patient = "patient-" + run;

    private SampleFlow(LocalStage stage) {
        this.stage = stage;
    }

    static void through(LocalStage stage) throws InterruptedException {
        SampleFlow flow = new SampleFlow(stage);
        flow.book();
        flow.moveAndCancel();
        flow.blockAndLift();
        flow.bookFromAPool();
        flow.bookAVisit();
        flow.holdAndComplete();
        flow.erase();
        flow.dieOnTheLastReceive();
        flow.rebuildTheIndex();
        flow.sendOverHttp();
        flow.sendWhatIsNotThereYet();
        flow.sendWhatNobodyUnderstands();
        stage.awaitIdle();
        flow.bounce();
        flow.bookWhatIsRemindedOfAtOnce();
        stage.runAhead(Duration.ofDays(3));
        flow.ask();
    }

    private void book() throws InterruptedException {
        register("register-" + run, "Testfamily");
        stage.awaitIdle();
        Instant start = stage.clock().instant().plus(Duration.ofDays(2));
        request(booking("book-" + run, start));
        request(booking("book-" + run, start));
        request(booking("other-" + run, start.plus(Duration.ofHours(1))));
        request(booking("other-" + run, start.plus(Duration.ofHours(2))));
        stage.awaitIdle();
    }

    private void moveAndCancel() throws InterruptedException {
        Instant later = stage.clock().instant().plus(Duration.ofDays(2)).plus(Duration.ofHours(3));
        request(booking("move-" + run, later).put("type", "RESCHEDULE").put("appointmentId", "other-" + run));
        stage.awaitIdle();
        request(JsonNodeFactory.instance.objectNode().put("type", "CANCEL").put("requestId", "cancel-" + run)
                .put("appointmentId", "other-" + run));
        stage.awaitIdle();
        send(QueueName.REMINDER, internal("REMIND").put("appointmentId", "other-" + run).put("reminder", "1/PT24H")
                .toString());
        stage.awaitIdle();
    }

    /** With an appointment in the way. */
    private void blockAndLift() throws InterruptedException {
        LocalDate today = LocalDate.ofInstant(stage.clock().instant(), ZoneOffset.UTC);
        manage(JsonNodeFactory.instance.objectNode().put("type", "BLOCK").put("requestId", "block-" + run)
                .put("blockId", run).put("resourceId", "room:" + run).put("from", today.toString())
                .put("to", today.plusDays(4).toString()));
        ask("GET", "/blocks/{blockId}", Map.of("blockId", run), Map.of(), "");
        JsonNode blocks = ask("GET", "/resources/{resourceId}/blocks", Map.of("resourceId", "room:" + run),
                Map.of("from", today.toString()), "");
        assertThat(blocks.findValuesAsText("blockId")).containsExactly(run);
        manage(JsonNodeFactory.instance.objectNode().put("type", "KEEP").put("requestId", "keep-" + run)
                .put("appointmentId", "book-" + run).put("resourceId", "room:" + run).put("blockId", run));
        manage(JsonNodeFactory.instance.objectNode().put("type", "UNBLOCK").put("requestId", "lift-" + run)
                .put("blockId", run));
    }

    /** From a pool whose only member is taken: the refusal is looked at twice. */
    private void bookFromAPool() throws InterruptedException {
        ObjectNode pool = JsonNodeFactory.instance.objectNode().put("type", "DEFINE_POOL")
                .put("requestId", "pool-" + run).put("poolId", run);
        pool.putArray("resourceIds").add("room:" + run);
        manage(pool);
        ask("GET", "/pools/{poolId}", Map.of("poolId", run), Map.of(), "");
        Instant start = stage.clock().instant().plus(Duration.ofDays(2)).plus(Duration.ofHours(6));
        request(booking("named-" + run, start));
        stage.awaitIdle();
        ObjectNode taken = booking("pooled-" + run, start).put("patientId", "nobody-" + run);
        taken.putArray("resourceIds").add("pool:" + run);
        request(taken);
        stage.awaitIdle();
    }

    /** With a pool of the type, and an end that follows from it; then both are retired. */
    private void bookAVisit() throws InterruptedException {
        ObjectNode type = JsonNodeFactory.instance.objectNode().put("type", "DEFINE_VISIT_TYPE")
                .put("requestId", "visit-type-" + run).put("visitTypeId", run).put("duration", "PT5M");
        type.putArray("resourceIds").add("pool:" + run);
        manage(type);
        ask("GET", "/visit-types/{visitTypeId}", Map.of("visitTypeId", run), Map.of(), "");
        ObjectNode visit = booking("visit-" + run, stage.clock().instant().plus(Duration.ofDays(3)))
                .put("visitType", run);
        visit.remove(List.of("endTime", "resourceIds"));
        request(visit);
        stage.awaitIdle();
        manage(JsonNodeFactory.instance.objectNode().put("type", "RETIRE_VISIT_TYPE")
                .put("requestId", "retire-visit-type-" + run).put("visitTypeId", run));
        manage(JsonNodeFactory.instance.objectNode().put("type", "RETIRE_POOL").put("requestId", "retire-pool-" + run)
                .put("poolId", run));
    }

    private void manage(ObjectNode command) throws InterruptedException {
        send(QueueName.MANAGEMENT, command.toString());
        stage.awaitIdle();
    }

    /** One that somebody confirms by hand, and says of how it went; one that nobody confirms; one whose end is lost. */
    private void holdAndComplete() throws InterruptedException {
        Instant start = stage.clock().instant().plus(Duration.ofHours(5));
        request(held("held-" + run, start));
        request(held("forgotten-" + run, start.plus(Duration.ofHours(3))));
        stage.awaitIdle();
        refuseTheNextNotification();
        settle("CONFIRM", "held-" + run);
        stage.runAhead(Duration.ofHours(3));
        request(held("lost-" + run, start.plus(Duration.ofHours(6))));
        stage.awaitIdle();
        stage.schedules().forEach(stage::forget);
        stage.runAhead(Duration.ofHours(3));
        stage.fireRecurring();
        send(QueueName.CONFIRMATION, JsonNodeFactory.instance.objectNode().put("type", "CHECK_IN")
                .put("requestId", "arrive-" + run).put("appointmentId", "held-" + run).put("state", "ARRIVED")
                .toString());
        stage.awaitIdle();
        send(QueueName.CONFIRMATION, JsonNodeFactory.instance.objectNode().put("type", "COMPLETE")
                .put("requestId", "complete-" + run).put("appointmentId", "held-" + run).put("outcome", "FULFILLED")
                .toString());
        stage.awaitIdle();
    }

    /** For the patient's sake and for good, in the words of SES. */
    private void refuseTheNextNotification() {
        stage.gateway().faults().before(CallMatch.of(Service.SES, "SendEmail"),
                new FaultEffect.Refuse("BadRequestException", "Domain contains illegal character"));
    }

    private ObjectNode held(String request, Instant start) {
        ObjectNode body = booking(request, start);
        body.putArray("resourceIds").add("theatre:" + run);
        return body;
    }

    private void settle(String type, String appointment) throws InterruptedException {
        send(QueueName.CONFIRMATION, JsonNodeFactory.instance.objectNode().put("type", type)
                .put("requestId", type + "-" + appointment).put("appointmentId", appointment).toString());
        stage.awaitIdle();
    }

    private void erase() throws InterruptedException {
        String other = "erased-" + run;
        request(JsonNodeFactory.instance.objectNode().put("type", "REGISTER_PATIENT")
                .put("requestId", "register-" + other).put("patientId", other).put("firstName", "Testname")
                .put("lastName", "Testfamily"));
        stage.awaitIdle();
        request(booking("notes-" + run, stage.clock().instant().plus(Duration.ofDays(4))).put("patientId", other)
                .put("notes", "Testnotes"));
        stage.awaitIdle();
        request(JsonNodeFactory.instance.objectNode().put("type", "ERASE_PATIENT").put("requestId", "erase-" + other)
                .put("patientId", other));
        stage.awaitIdle();
    }

    /** The function dies before it can give the request up, which is left to reconciliation. */
    private void dieOnTheLastReceive() throws InterruptedException {
        CallMatch booking = CallMatch.of(Service.DYNAMODB, "TransactWriteItems").by(FunctionName.REQUEST.id());
        for (int receive = 1; receive < QueueName.MAX_RECEIVES; receive++) {
            stage.gateway().faults().add(booking, receive, Fault.Moment.BEFORE,
                    new FaultEffect.Refuse("ValidationException", "One or more parameter values are not valid"));
        }
        stage.gateway().faults().add(booking, QueueName.MAX_RECEIVES, Fault.Moment.BEFORE,
                new FaultEffect.Run(() -> stage.killFunction(FunctionName.REQUEST.id())));
        request(booking("given-up-" + run, stage.clock().instant().plus(Duration.ofDays(5))));
        stage.awaitIdle();
        stage.runAhead(UnresolvedRequests.SILENCE);
        send(QueueName.REMINDER, internal("RECONCILE").toString());
        stage.awaitIdle();
    }

    /** To each of the queues that the API sends to. */
    private void sendOverHttp() throws InterruptedException {
        for (String path : List.of("cancel", "confirm")) {
            sendOverHttp("POST", "/appointments/book-" + run + "-http/" + path);
        }
        sendOverHttp("PUT", "/resources/desk:" + run);
        stage.awaitIdle();
        sendOverHttp("DELETE", "/resources/desk:" + run);
    }

    private void sendOverHttp(String method, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stage.api() + path))
                .header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Due within the minute in which a reminder is sent without a schedule: one of two minutes always is. */
    private void bookWhatIsRemindedOfAtOnce() throws InterruptedException {
        register("again-" + run, "Testfamily-Again");
        stage.awaitIdle();
        Instant now = Instant.parse(ask("GET", "/patients/{patientId}", Map.of("patientId", patient), Map.of(), "")
                .path("updatedAt").asText());
        Instant soon = now.truncatedTo(ChronoUnit.MINUTES).plus(MAX_OFFSET);
        request(booking("soon-" + run, soon.plus(Duration.ofMinutes(1))));
        ObjectNode overlapping = booking("sooner-" + run, soon.plus(Duration.ofMinutes(2)));
        overlapping.putObject("override").put("actor", "staff").put("reason", "SAMPLE");
        request(overlapping);
        stage.awaitIdle();
    }

    private void sendWhatIsNotThereYet() {
        request(booking("nobody-" + run, stage.clock().instant().plus(Duration.ofDays(3)))
                .put("patientId", "nobody-" + run));
        send(QueueName.CONFIRMATION, internal("CONFIRM").put("requestId", "confirm-" + run)
                .put("appointmentId", "nothing-" + run).toString());
        send(QueueName.REMINDER,
                internal("REMIND").put("appointmentId", "nothing-" + run).put("reminder", "1/PT24H").toString());
    }

    private ObjectNode internal(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("correlationId", "correlation-" + run);
    }

    /** As if the patient had been registered with an earlier secret. */
    private void rebuildTheIndex() throws InterruptedException {
        ObjectNode update = JsonNodeFactory.instance.objectNode().put("TableName", table(stage, PatientsTable.ID))
                .put("UpdateExpression", "SET emailHash = :earlier");
        update.putObject("Key").putObject(PatientsTable.KEY).put("S", patient);
        update.putObject("ExpressionAttributeValues").putObject(":earlier").put("S", "0:earlier");
        stage.dynamoDb("UpdateItem", update);
        send(QueueName.REMINDER, "{\"type\":\"REBUILD_EMAIL_INDEX\"}");
        stage.awaitIdle();
    }

    static String table(LocalStage stage, String id) {
        return stage.deployment().table(id).name();
    }

    private void bounce() throws InterruptedException {
        Mail last = stage.mails().stream().filter(mail -> patient.equals(mail.tracking().tags().get("patient")))
                .toList().getLast();
        stage.publish(SesEvent.bounce(last, "Permanent", "General"));
        stage.awaitIdle();
    }

    private void sendWhatNobodyUnderstands() {
        for (QueueName queue : QueueName.values()) {
            send(queue, "Please book me in on Monday at nine.");
        }
    }

    private void ask() throws InterruptedException {
        Map<String, String> ofPatient = Map.of("patientId", patient);
        String date = ask("GET", "/appointments/{appointmentId}", Map.of("appointmentId", "book-" + run), Map.of(), "")
                .path("appointmentDate").asText();
        ask("GET", "/appointments", Map.of(), Map.of("status", "CONFIRMED", "from", date), "");
        ask("GET", "/patients/{patientId}/appointments", ofPatient, Map.of(), "");
        ask("GET", "/resources/{resourceId}/appointments", Map.of("resourceId", "room:" + run), Map.of("date", date),
                "");
        ask("GET", "/resources/{resourceId}", Map.of("resourceId", "desk:" + run), Map.of(), "");
        ask("GET", "/patients/{patientId}", ofPatient, Map.of(), "");
        ask("POST", "/patient-search", Map.of(), Map.of(), "{\"email\":\"" + patient + "@example.org\"}");
        ask("POST", "/free-slots/search", Map.of(), Map.of(), "{\"resourceIds\":[\"room:" + run
                + "\"],\"patientId\":\"" + patient + "\",\"from\":\"" + date + "\",\"duration\":\"PT1H\"}");
        ask("GET", "/undeliverable", Map.of(), Map.of(), "");
        ask("GET", "/overdue", Map.of(), Map.of("kind", "HOLDS"), "");
        ask("GET", "/overdue/summary", Map.of(), Map.of(), "");
        ask("GET", "/requests/{requestId}", Map.of("requestId", "book-" + run), Map.of(), "");
    }

    private void register(String request, String family) {
        request(JsonNodeFactory.instance.objectNode().put("type", "REGISTER_PATIENT").put("requestId", request)
                .put("patientId", patient).put("firstName", "Testname").put("lastName", family)
                .put("email", patient + "@example.org"));
    }

    private ObjectNode booking(String request, Instant start) {
        ZonedDateTime local = start.truncatedTo(ChronoUnit.MINUTES).atZone(zoneWithoutMidnightAt(start));
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("type", "BOOK").put("requestId", request)
                .put("patientId", patient).put("appointmentDate", local.toLocalDate().toString())
                .put("startTime", time(local)).put("endTime", time(local.plusMinutes(5)))
                .put("timeZone", local.getZone().getId());
        body.putArray("resourceIds").add("room:" + run);
        return body;
    }

    private static String time(ZonedDateTime local) {
        return LocalTime.of(local.getHour(), local.getMinute()).toString();
    }

    /** An appointment ends on the day on which it starts. */
    private static ZoneId zoneWithoutMidnightAt(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).getHour() < 12 ? ZoneId.of("UTC") : ZoneId.of("America/New_York");
    }

    private void request(ObjectNode body) {
        send(QueueName.REQUEST, body.toString());
    }

    private void send(QueueName queue, String body) {
        stage.send(queue.id(), body, Map.of("requestId", UUID.randomUUID().toString()));
    }

    private JsonNode ask(String method, String resource, Map<String, String> path, Map<String, String> query,
            String body) throws InterruptedException {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("httpMethod", method).put("resource", resource)
                .put("body", body);
        event.set("pathParameters", JSON.valueToTree(path));
        event.set("queryStringParameters", JSON.valueToTree(query));
        return switch (stage.invoke(FunctionName.QUERY.id(), event.toString())) {
            case Invocation.Responded(var payload) -> answered(payload);
            case Invocation.Failed _,Invocation.TimedOut _,Invocation.Crashed _ -> throw new AssertionError(resource);
        };
    }

    private static JsonNode answered(String payload) {
        try {
            JsonNode response = JSON.readTree(payload);
            assertThat(response.path("statusCode").asInt()).isEqualTo(200);
            return JSON.readTree(response.path("body").asText());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
