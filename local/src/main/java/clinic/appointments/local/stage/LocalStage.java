package clinic.appointments.local.stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import clinic.appointments.local.api.ApiEndpoint;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.Agenda;
import clinic.appointments.local.clock.Idleness;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.engine.QueueCounts;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.gateway.Gateway;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.queue.EventSourcePoller;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A deployed stage on this machine, from boot to close. Queues and functions are named by their construct ids, such as
 * {@code AppointmentRequestQueue}. Safe for use by several threads.
 */
public final class LocalStage implements AutoCloseable {

    private static final Duration MAX_WAIT = Duration.ofSeconds(120);

    private final CloseStack opened;
    private final StageParts parts;
    private final AwsCalls calls;
    private final Idleness idleness;

    private LocalStage(CloseStack opened, StageParts parts) {
        this.opened = opened;
        this.parts = parts;
        this.calls = new AwsCalls(parts.foundation().gateway().address(), parts.deployment().region());
        this.idleness = new Idleness(parts.foundation().clock(), parts.functions().activity(),
                new FedQueues(parts.foundation().ledger(), parts.triggers().pollers()),
                parts.triggers().scheduler().agenda(), this::problem, MAX_WAIT);
    }

    /**
     * Boots a stage from its synthesized templates and waits until its functions wait for events.
     *
     * @throws StageException or another RuntimeException whose message is one sentence for the user, when it cannot be
     *     booted; nothing is left running then
     */
    public static LocalStage boot(BootSettings settings) {
        CloseStack opened = new CloseStack();
        try {
            return new LocalStage(opened, StageBoot.boot(settings, opened));
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Sends a message as the operator; attributes are strings. Returns the id that SQS gave it. */
    public String send(String queueId, String body, Map<String, String> attributes) {
        ObjectNode request = AwsCalls.body().put("QueueUrl", queue(queueId).url()).put("MessageBody", body);
        ObjectNode values = request.putObject("MessageAttributes");
        attributes.forEach((name, value) -> values.putObject(name).put("DataType", "String").put("StringValue", value));
        return calls.sqs(operatorKey(), "SendMessage", request).path("MessageId").asText();
    }

    /** Invokes a function directly and waits for the end. */
    public Invocation invoke(String functionId, String event) throws InterruptedException {
        return parts.functions().invoke(parts.functions().ofId(functionId), event);
    }

    /** The clock of queues and schedules. */
    public LocalClock clock() {
        return parts.foundation().clock();
    }

    /**
     * Waits until no message waits and nothing runs, running the clock to each retry and delay on the way; a schedule
     * that is not due yet is left alone.
     */
    public void awaitIdle() throws InterruptedException {
        idleness.awaitIdle();
    }

    /** Runs the clock ahead; on the way one-time schedules fire and messages are retried in their order. */
    public void runAhead(Duration by) throws InterruptedException {
        idleness.runAhead(by);
    }

    /** Fires, once each, the recurring schedules that have become due while the clock was run ahead. */
    public void fireRecurring() throws InterruptedException {
        parts.triggers().recurrence().fireDue();
        idleness.awaitIdle();
    }

    /** How many messages a queue holds. */
    public QueueCounts counts(String queueId) {
        return parts.foundation().ledger().counts(queue(queueId).name());
    }

    /**
     * The messages of a queue that can be received now, without taking them; meant for queues that nothing consumes.
     */
    public List<QueuedMessage> deadLetters(String queueId) {
        AwsCalls engine = new AwsCalls(parts.engines().queues().address(), parts.deployment().region());
        ObjectNode request = AwsCalls.body().put("QueueUrl", queue(queueId).url()).put("MaxNumberOfMessages", 10)
                .put("VisibilityTimeout", 0);
        request.putArray("MessageAttributeNames").add("All");
        Map<String, QueuedMessage> found = new LinkedHashMap<>();
        int expected = counts(queueId).visible();
        for (int calls = 0; found.size() < expected && calls < expected; calls++) {
            engine.sqs(operatorKey(), "ReceiveMessage", request).path("Messages")
                    .forEach(message -> found.put(message.path("MessageId").asText(), QueuedMessage.of(message)));
        }
        return List.copyOf(found.values());
    }

    /** Calls DynamoDB past the gateway: neither recorded nor checked, and no fault applies. */
    public JsonNode dynamoDb(String action, JsonNode body) {
        return new AwsCalls(parts.engines().dynamoDb().address(), parts.deployment().region()).dynamoDb("local", action,
                body);
    }

    /** Address of the DynamoDB engine; calls there are neither recorded nor checked, and no fault applies. */
    public URI dynamoDb() {
        return parts.engines().dynamoDb().address();
    }

    /** E-mails that the service sent, oldest first. */
    public List<Mail> mails() {
        return parts.engines().mail().mails();
    }

    /** Schedules that have not fired yet, the next one first. */
    public List<Schedule> schedules() {
        return parts.triggers().scheduler().schedules();
    }

    /** Address of the HTTP API, without a slash at the end. */
    public URI api() {
        return parts.triggers().apis().stream().map(ApiEndpoint::address).findFirst()
                .orElseThrow(() -> new StageException("The stage has no API."));
    }

    /** Loses a schedule that has not fired yet, as if somebody had deleted it. */
    public void forget(Schedule schedule) {
        parts.triggers().scheduler().forget(schedule);
    }

    /** Calls on record, faults to inject, denials. */
    public Gateway gateway() {
        return parts.foundation().gateway();
    }

    /** X-Ray segments and subsegments that have arrived. */
    public List<JsonNode> traces() {
        return parts.engines().traces().segments();
    }

    public Deployment deployment() {
        return parts.deployment();
    }

    /** Ends the function's processes at once, whatever they are doing; the next invocation starts a new one. */
    public void killFunction(String functionId) {
        parts.functions().ofId(functionId).kill();
    }

    public Path logDirectory() {
        return parts.foundation().directory().logs();
    }

    public RunDirectory directory() {
        return parts.foundation().directory();
    }

    /** Bytes that this program, its engines and its functions occupy. */
    public long residentMemory() {
        return ResidentMemory.bytes(LongStream.concat(parts.functions().pids(),
                LongStream.of(ProcessHandle.current().pid(), parts.engines().dynamoDb().pid())));
    }

    /** Ends everything; nothing runs afterwards. */
    @Override
    public void close() {
        opened.close();
    }

    private Queue queue(String id) {
        return parts.deployment().queues().stream().filter(queue -> queue.id().equals(id)).findFirst()
                .orElseThrow(
                        () -> StageException.unknown("queue", id, parts.deployment().queues().stream().map(Queue::id)));
    }

    private Optional<RuntimeException> problem() {
        return parts.triggers().pollers().stream().map(EventSourcePoller::problem).flatMap(Optional::stream).findFirst()
                .map(StageException::new);
    }

    private String operatorKey() {
        return parts.foundation().gateway().keys().operator();
    }

    /** The messages of the queues that feed functions; what nothing consumes never becomes due. */
    private record FedQueues(QueueLedger ledger, List<EventSourcePoller> pollers) implements Agenda {

        @Override
        public boolean hasDue() {
            return names().stream().anyMatch(queue -> ledger.counts(queue).visible() > 0);
        }

        @Override
        public Optional<Instant> nextDue() {
            return ledger.nextVisible(names());
        }

        private Collection<String> names() {
            return pollers.stream().map(EventSourcePoller::queueName).toList();
        }
    }
}
