package clinic.appointments.local.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import clinic.appointments.local.engine.MessageTrail;
import clinic.appointments.local.gateway.ItemVersion;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.gateway.TimedCall;
import clinic.appointments.local.gateway.UsedPermission;
import clinic.appointments.local.mail.Mail;
import clinic.appointments.local.policy.AccessDecision;
import clinic.appointments.local.schedule.Schedule;
import clinic.appointments.local.template.Deployment;
import clinic.appointments.local.template.Queue;
import clinic.appointments.local.template.Table;
import com.fasterxml.jackson.databind.JsonNode;

/** What every view knows of a stage. All times are those of the local clock, unless a method says otherwise. */
interface StageReading {

    Deployment deployment();

    Topology topology();

    /** Address of the HTTP API. */
    URI api();

    Instant now();

    /** How far the local clock is ahead of real time. */
    Duration ahead();

    /** The time that the local clock showed at an instant of real time. */
    Instant at(Instant realTime);

    /** The lines that the functions have written, oldest first. */
    List<LoggedLine> log();

    /** The messages that are or were in a queue. */
    List<MessageTrail> messages(Predicate<MessageTrail> wanted);

    /** The sent e-mails, latest first. */
    List<Mail> mails();

    /** An e-mail as a file of a mail program. */
    String file(Mail mail);

    /** Schedules that have not fired yet. */
    List<Schedule> schedules();

    /** The times at which the recurring schedules are due next, by their ids. */
    Map<String, Instant> recurring();

    /** When items expire, one for each table with a time to live. */
    List<Due.Expiry> expiries();

    /** The calls that match, in real time. */
    List<TimedCall> calls(Predicate<RecordedCall> wanted);

    /** The permissions that calls have needed. */
    Set<UsedPermission> permissionsUsed();

    /** The calls that were denied, oldest first. */
    List<AccessDecision.Denied> denials();

    /** X-Ray segments and subsegments, in the order in which they came. */
    List<JsonNode> segments();

    /** The number of items in a table. */
    long items(Table table);

    /** The first items of a table. */
    List<JsonNode> firstItems(Table table, int limit);

    /** The item with that key; tables have one key, which is a string. */
    Optional<JsonNode> item(Table table, String key);

    /** The items as calls have left them, oldest first, in DynamoDB's JSON. */
    List<ItemVersion> versions(Predicate<ItemVersion> wanted);

    /** The messages that are in the queues now, by the logical id of their queue. */
    default Map<String, List<MessageTrail>> waiting() {
        return messages(MessageTrail::isPresent).stream().collect(Collectors.groupingBy(this::queueId));
    }

    /** Logical id of the queue of a message. */
    default String queueId(MessageTrail message) {
        return deployment().queues().stream().filter(queue -> queue.name().equals(message.queue())).map(Queue::id)
                .findFirst().orElse(message.queue());
    }

    /** The e-mail with an id. */
    default Optional<Mail> mail(String messageId) {
        return mails().stream().filter(mail -> mail.messageId().equals(messageId)).findFirst();
    }

    /** The time at which an e-mail was sent. */
    default Instant sentAt(Mail mail) {
        return at(mail.sentAt());
    }

    /** The time of a call. */
    default Instant at(TimedCall call) {
        return at(call.at());
    }

    /** Whether a queue takes the dead letters of another. */
    default boolean isRedrivable(String queueId) {
        return sourceOf(queueId).isPresent();
    }

    /** Logical id of the queue whose dead letters a queue takes. */
    default Optional<String> sourceOf(String queueId) {
        return topology().ways().stream()
                .filter(way -> way.purpose() == Arrow.Purpose.BURY && way.to().equals(queueId))
                .map(Topology.Way::from).findFirst();
    }

    /** Logical id of the queue that takes the dead letters of a queue. */
    default Optional<String> deadLettersOf(String queueId) {
        return topology().ways().stream()
                .filter(way -> way.purpose() == Arrow.Purpose.BURY && way.from().equals(queueId))
                .map(Topology.Way::to).findFirst();
    }

    /** The table with a logical id. */
    default Table table(String tableId) {
        return deployment().table(tableId);
    }

    /** The items with that key, by the logical id of their table. */
    default Map<String, JsonNode> itemsUnder(String key) {
        Map<String, JsonNode> found = new TreeMap<>();
        deployment().tables().forEach(table -> item(table, key).ifPresent(item -> found.put(table.id(), item)));
        return found;
    }
}
