package clinic.appointments.local.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.engine.QueueLedger;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A queue as Lambda sees it: Lambda polls and deletes with the execution role of the function. */
public final class SourceQueue {

    private final Queue queue;
    private final AwsCalls calls;
    private final String accessKey;
    private final QueueLedger ledger;

    /**
     * @param accessKey of the function's role
     * @param ledger knows which messages are visible
     */
    public SourceQueue(Queue queue, AwsCalls calls, String accessKey, QueueLedger ledger) {
        this.queue = queue;
        this.calls = calls;
        this.accessKey = accessKey;
        this.ledger = ledger;
    }

    /** Construct id of the queue. */
    String id() {
        return queue.id();
    }

    /** Physical name of the queue. */
    String name() {
        return queue.name();
    }

    /** Waits for a visible message; may return earlier, and does after the given time. */
    void awaitVisible(Duration limit) throws InterruptedException {
        ledger.awaitVisible(queue.name(), limit);
    }

    boolean hasVisible() {
        return ledger.counts(queue.name()).visible() > 0;
    }

    /** Wakes those who wait for a message. */
    void signal() {
        ledger.signal();
    }

    /** Receives at most that many messages with all their attributes; does not wait for any. */
    List<JsonNode> receive(int limit) {
        ObjectNode request = request().put("MaxNumberOfMessages", limit).put("WaitTimeSeconds", 0);
        for (String names : List.of("AttributeNames", "MessageAttributeNames", "MessageSystemAttributeNames")) {
            request.putArray(names).add("All");
        }
        List<JsonNode> messages = new ArrayList<>();
        calls.sqs(accessKey, "ReceiveMessage", request).path("Messages").forEach(messages::add);
        messages.forEach(this::stamp);
        return messages;
    }

    /** Deletes messages that {@link #receive} returned. */
    void delete(List<JsonNode> messages) {
        ObjectNode request = request();
        ArrayNode entries = request.putArray("Entries");
        for (JsonNode message : messages) {
            entries.addObject().put("Id", String.valueOf(entries.size()))
                    .put("ReceiptHandle", message.path("ReceiptHandle").asText());
        }
        calls.sqs(accessKey, "DeleteMessageBatch", request);
    }

    /** The event that Lambda builds from received messages. */
    SqsEvent event(List<JsonNode> messages) {
        return new SqsEvent(messages, queue.arn());
    }

    /** The engine stamps real time; functions live by the local clock. */
    private void stamp(JsonNode message) {
        ledger.sentAt(queue.name(), message.path("MessageId").asText())
                .ifPresent(sentAt -> ((ObjectNode) message).withObject("Attributes").put("SentTimestamp",
                        Long.toString(sentAt.toEpochMilli())));
    }

    private ObjectNode request() {
        return AwsCalls.body().put("QueueUrl", queue.url());
    }
}
