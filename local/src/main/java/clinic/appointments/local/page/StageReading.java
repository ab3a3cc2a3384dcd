package clinic.appointments.local.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.TimedCall;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What every view knows of a running stage. All times are those of the local clock. Reading leaves no trace: no call
 * is recorded, no message counts as received, no function runs.
 */
final class StageReading {

    private final LocalStage stage;
    private final Topology topology;
    private final LogBook log;

    StageReading(LocalStage stage) {
        this.stage = stage;
        this.topology = Topology.of(stage.deployment());
        this.log = new LogBook(stage.logDirectory(), stage.deployment().functions(), stage.clock()::at);
    }

    LocalStage stage() {
        return stage;
    }

    Deployment deployment() {
        return stage.deployment();
    }

    Topology topology() {
        return topology;
    }

    Instant now() {
        return stage.clock().instant();
    }

    /** The lines that the functions have written, oldest first. */
    List<LoggedLine> log() {
        return log.lines();
    }

    /** The messages that are in the queues now, by the logical id of their queue. */
    Map<String, List<MessageTrail>> waiting() {
        return messages(MessageTrail::isPresent).stream().collect(Collectors.groupingBy(this::queueId));
    }

    /** The messages that are or were in a queue. */
    List<MessageTrail> messages(Predicate<MessageTrail> wanted) {
        return stage.messages().matching(wanted);
    }

    /** Logical id of the queue of a message. */
    String queueId(MessageTrail message) {
        return deployment().queues().stream().filter(queue -> queue.name().equals(message.queue())).map(Queue::id)
                .findFirst().orElse(message.queue());
    }

    /** The sent e-mails, latest first. */
    List<Mail> mails() {
        return stage.mails().reversed();
    }

    /** The e-mail with an id. */
    Optional<Mail> mail(String messageId) {
        return stage.mails().stream().filter(mail -> mail.messageId().equals(messageId)).findFirst();
    }

    /** The time at which an e-mail was sent. */
    Instant sentAt(Mail mail) {
        return stage.clock().at(mail.sentAt());
    }

    List<Schedule> schedules() {
        return stage.schedules();
    }

    /** The calls that match, in real time. */
    List<TimedCall> calls(Predicate<RecordedCall> wanted) {
        return stage.gateway().calls().timedCalls(wanted);
    }

    /** The time of a call. */
    Instant at(TimedCall call) {
        return stage.clock().at(call.at());
    }

    /** Whether a queue takes the dead letters of another. */
    boolean isRedrivable(String queueId) {
        return sourceOf(queueId).isPresent();
    }

    /** Logical id of the queue whose dead letters a queue takes. */
    Optional<String> sourceOf(String queueId) {
        return topology.ways().stream()
                .filter(way -> way.purpose() == Arrow.Purpose.BURY && way.to().equals(queueId))
                .map(Topology.Way::from).findFirst();
    }

    /** X-Ray segments and subsegments, in the order in which they came. */
    List<JsonNode> segments() {
        return stage.traces();
    }

    /** The number of items in a table. */
    long items(String tableId) {
        return stage.dynamoDb("DescribeTable", request(tableId)).path("Table").path("ItemCount").asLong();
    }

    /** The first items of a table. */
    List<JsonNode> firstItems(String tableId, int limit) {
        return stage.dynamoDb("Scan", request(tableId).put("Limit", limit)).path("Items").valueStream()
                .map(Items::plain).toList();
    }

    /** The items with that key, by the logical id of their table; tables have one key, which is a string. */
    Map<String, JsonNode> itemsUnder(String key) {
        Map<String, JsonNode> found = new TreeMap<>();
        deployment().tables().forEach(table -> item(table, key).ifPresent(item -> found.put(table.id(), item)));
        return found;
    }

    private Optional<JsonNode> item(Table table, String key) {
        ObjectNode request = request(table.id()).put("ConsistentRead", true);
        String name = table.createRequest().path("KeySchema").path(0).path("AttributeName").asText();
        request.putObject("Key").putObject(name).put("S", key);
        return stage.dynamoDb("GetItem", request).optional("Item").map(Items::plain);
    }

    private ObjectNode request(String tableId) {
        String name = deployment().tables().stream().filter(table -> table.id().equals(tableId)).map(Table::name)
                .findFirst().orElseThrow();
        return AwsCalls.body().put("TableName", name);
    }
}
