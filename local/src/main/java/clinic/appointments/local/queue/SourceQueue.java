package clinic.appointments.local.queue;

import java.util.ArrayList;
import java.util.List;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.template.Queue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A queue as the function's role sees it: Lambda polls and deletes with the execution role of the function. */
final class SourceQueue {

    private final AwsCalls calls;
    private final Queue queue;
    private final String accessKey;

    SourceQueue(AwsCalls calls, Queue queue, String accessKey) {
        this.calls = calls;
        this.queue = queue;
        this.accessKey = accessKey;
    }

    /** Takes at most as many messages as given, with all their attributes; does not wait for any. */
    List<JsonNode> receive(int most) {
        ObjectNode request = request().put("MaxNumberOfMessages", most).put("WaitTimeSeconds", 0);
        for (String names : List.of("AttributeNames", "MessageAttributeNames", "MessageSystemAttributeNames")) {
            request.putArray(names).add("All");
        }
        List<JsonNode> messages = new ArrayList<>();
        calls.sqs(accessKey, "ReceiveMessage", request).path("Messages").forEach(messages::add);
        return messages;
    }

    /** Deletes messages by what ReceiveMessage returned. */
    void delete(List<JsonNode> messages) {
        ObjectNode request = request();
        ArrayNode entries = request.putArray("Entries");
        for (JsonNode message : messages) {
            entries.addObject().put("Id", String.valueOf(entries.size()))
                    .put("ReceiptHandle", message.path("ReceiptHandle").asText());
        }
        calls.sqs(accessKey, "DeleteMessageBatch", request);
    }

    private ObjectNode request() {
        return AwsCalls.body().put("QueueUrl", queue.url());
    }
}
