package clinic.appointments.local.stage;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

import clinic.appointments.local.api.ApiEndpoint;
import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.clock.Agenda;
import clinic.appointments.local.clock.Idleness;
import clinic.appointments.local.clock.LocalClock;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.engine.MessageTrails;
import clinic.appointments.local.engine.QueueCounts;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.gateway.Gateway;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.mail.SesEvent;
import clinic.appointments.local.process.Polling;
import clinic.appointments.local.queue.EventSourcePoller;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.RecurringSchedule;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A deployed stage on this machine, from boot to close. Callers name queues and functions by their logical ids,
 * without hashes. Safe for use by several threads.
 */
public final class LocalStage implements AutoCloseable {

    private static final Duration MAX_WAIT = Duration.ofMinutes(2);
    private static final Duration MAX_REPORT_TIME = Duration.ofSeconds(5);

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
     * @throws StageException or another RuntimeException whose message tells the user in one sentence why the boot
     *     failed; nothing is left running then
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

    /** Sends a message as the operator, with string attributes. Returns the id that SQS assigned. */
    public String send(String queueId, String body, Map<String, String> attributes) {
        ObjectNode request = AwsCalls.body().put("QueueUrl", queue(queueId).url()).put("MessageBody", body);
        ObjectNode values = request.putObject("MessageAttributes");
        attributes.forEach((name, value) -> values.putObject(name).put("DataType", "String").put("StringValue", value));
        return calls.sqs(operatorKey(), "SendMessage", request).path("MessageId").asText();
    }

    /** Sends at most ten messages as the operator, in one call. */
    public void send(String queueId, List<String> bodies) {
        ObjectNode request = AwsCalls.body().put("QueueUrl", queue(queueId).url());
        ArrayNode entries = request.putArray("Entries");
        bodies.forEach(body -> entries.addObject().put("Id", String.valueOf(entries.size())).put("MessageBody", body));
        calls.sqs(operatorKey(), "SendMessageBatch", request);
    }

    /** Calls another action of SQS on a queue as the operator. */
    public JsonNode sqs(String queueId, String action, ObjectNode request) {
        return calls.sqs(operatorKey(), action, request.put("QueueUrl", queue(queueId).url()));
    }

    /** Invokes a function directly and waits for the end. */
    public Invocation invoke(String functionId, String event) throws InterruptedException {
        return parts.functions().invoke(parts.functions().ofId(functionId), event);
    }

    /** The clock of queues, schedules and functions. */
    public LocalClock clock() {
        return parts.foundation().clock();
    }

    /**
     * Waits until no message waits and nothing runs; advances the clock to each retry and delay on the way, but not
     * to a schedule that is not due yet.
     */
    public void awaitIdle() throws InterruptedException {
        idleness.awaitIdle();
    }

    /** Runs the clock ahead; on the way one-time schedules fire and messages are retried in order. */
    public void runAhead(Duration by) throws InterruptedException {
        idleness.runAhead(by);
    }

    /**
     * Lets the clock pass to an instant: what becomes due until then happens at its time, recurring schedules too, and
     * nothing of what becomes due later.
     */
    public void passUntil(Instant target) throws InterruptedException {
        new Passage(clock(), idleness, parts.triggers().recurrence()).until(target);
    }

    /** The time at which the next message or schedule becomes due. */
    public Optional<Instant> nextDue() {
        return idleness.nextDue();
    }

    /** The recurring schedules with the times at which they are due next. */
    public Map<RecurringSchedule, Instant> recurring() {
        return parts.triggers().recurrence().next();
    }

    /** Fires once each recurring schedule that has become due while the clock was run ahead. */
    public void fireRecurring() throws InterruptedException {
        parts.triggers().recurrence().fireDue();
        idleness.awaitIdle();
    }

    /** The number of messages in a queue. */
    public QueueCounts counts(String queueId) {
        return parts.foundation().ledger().counts(queue(queueId).name());
    }

    /** The number of messages in the queues that feed functions. */
    public int undelivered() {
        return parts.triggers().pollers().stream()
                .mapToInt(poller -> parts.foundation().ledger().counts(poller.queueName()).total()).sum();
    }

    /** The messages that are or were in the queues, with everything that has happened to them. */
    public MessageTrails messages() {
        return parts.foundation().ledger().trails();
    }

    /**
     * The visible messages of a queue; meant for queues without a consumer. The engine may answer the receive that
     * moves a message before it reports its arrival in the dead-letter queue, so this waits for as many as it counts.
     */
    public List<QueuedMessage> deadLetters(String queueId) {
        int counted = counted(queueId);
        Polling.until(() -> visible(queueId).size() >= counted, () -> true, MAX_REPORT_TIME);
        return visible(queueId).stream().map(QueuedMessage::of).toList();
    }

    private List<MessageTrail> visible(String queueId) {
        Instant now = clock().instant();
        String name = queue(queueId).name();
        return messages().matching(message -> message.queue().equals(name) && message.isPresent()
                && !message.visibleFrom().isAfter(now));
    }

    /** The number of visible messages by the engine's own count, which comes after everything it was sent before. */
    private int counted(String queueId) {
        ObjectNode request = AwsCalls.body().put("QueueUrl", queue(queueId).url());
        request.putArray("AttributeNames").add("ApproximateNumberOfMessages");
        return new AwsCalls(parts.engines().queues().address(), parts.deployment().region())
                .sqs(operatorKey(), "GetQueueAttributes", request).path("Attributes")
                .path("ApproximateNumberOfMessages").asInt();
    }

    /** Calls DynamoDB directly, not through the gateway: without record, authorization or faults. */
    public JsonNode dynamoDb(String action, JsonNode body) {
        return new AwsCalls(parts.engines().dynamoDb().address(), parts.deployment().region()).dynamoDb("local", action,
                body);
    }

    /** Address of the DynamoDB engine; calls to it bypass the gateway's record, authorization and faults. */
    public URI dynamoDb() {
        return parts.engines().dynamoDb().address();
    }

    /** The sent e-mails, oldest first. */
    public List<Mail> mails() {
        return parts.engines().mail().mails();
    }

    /** Publishes an event about a sent e-mail, as SES does. */
    public void publish(SesEvent event) {
        parts.engines().mail().publish(event);
    }

    /** Schedules that have not fired yet, in order of their time. */
    public List<Schedule> schedules() {
        return parts.triggers().scheduler().schedules();
    }

    /** Address of the HTTP API, without a slash at the end. */
    public URI api() {
        return parts.triggers().apis().stream().map(ApiEndpoint::address).findFirst()
                .orElseThrow(() -> new StageException("The stage has no API."));
    }

    /** Deletes a schedule that has not fired yet, without a call on record. */
    public void forget(Schedule schedule) {
        parts.triggers().scheduler().forget(schedule);
    }

    /** The gateway, with the record of calls and the faults to inject. */
    public Gateway gateway() {
        return parts.foundation().gateway();
    }

    /** The X-Ray segments and subsegments received so far. */
    public List<JsonNode> traces() {
        return parts.engines().traces().segments();
    }

    /** Folder of the cloud assembly from which it was booted. */
    public Path assembly() {
        return parts.assembly();
    }

    public Deployment deployment() {
        return parts.deployment();
    }

    /** Kills the function's processes at once; the next invocation starts a new one. */
    public void killFunction(String functionId) {
        parts.functions().ofId(functionId).kill();
    }

    public Path logDirectory() {
        return parts.foundation().directory().logs();
    }

    public RunDirectory directory() {
        return parts.foundation().directory();
    }

    /** Resident memory of this program, its engines and its functions, in bytes. */
    public long residentMemory() {
        return ResidentMemory.bytes(LongStream.concat(parts.functions().pids(),
                LongStream.of(ProcessHandle.current().pid(), parts.engines().dynamoDb().pid())));
    }

    /** Stops everything. */
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

    /** The messages of the queues that feed functions; messages without a consumer never become due. */
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
