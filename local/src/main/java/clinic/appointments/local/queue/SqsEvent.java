package clinic.appointments.local.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import clinic.appointments.local.trace.TraceHeader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The event that a function receives for a batch of messages (Lambda: "Using Lambda with Amazon SQS: Example Amazon
 * SQS message event").
 *
 * @param messages as ReceiveMessage returned them
 */
record SqsEvent(List<JsonNode> messages, String queueArn) {

    private static final ObjectMapper JSON = new ObjectMapper();

    SqsEvent {
        messages = List.copyOf(messages);
    }

    /** The event as Lambda serializes it. */
    String json() {
        ObjectNode event = JSON.createObjectNode();
        messages.forEach(message -> event.withArray("Records").add(entry(message)));
        return event.toString();
    }

    List<String> messageIds() {
        return messages.stream().map(message -> message.path("MessageId").asText()).toList();
    }

    /** The traces of the messages that carry one. */
    List<TraceHeader> traces() {
        List<TraceHeader> headers = new ArrayList<>();
        messages.forEach(message -> TraceHeader.parse(message.path("Attributes").path("AWSTraceHeader").asText())
                .ifPresent(headers::add));
        return headers;
    }

    /** The fourth field of the ARN. */
    private String region() {
        return queueArn.split(":", -1)[3];
    }

    private ObjectNode entry(JsonNode message) {
        ObjectNode entry = JSON.createObjectNode();
        entry.put("messageId", message.path("MessageId").asText());
        entry.put("receiptHandle", message.path("ReceiptHandle").asText());
        entry.put("body", message.path("Body").asText());
        entry.set("attributes", message.path("Attributes").deepCopy());
        entry.set("messageAttributes", attributes(message.path("MessageAttributes")));
        if (message.has("MD5OfMessageAttributes")) {
            entry.put("md5OfMessageAttributes", message.path("MD5OfMessageAttributes").asText());
        }
        entry.put("md5OfBody", message.path("MD5OfBody").asText());
        return entry.put("eventSource", "aws:sqs").put("eventSourceARN", queueArn).put("awsRegion", region());
    }

    /** Lambda writes the names in lower case and adds the two empty lists. */
    private static ObjectNode attributes(JsonNode received) {
        ObjectNode attributes = JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> attribute : received.properties()) {
            ObjectNode value = attributes.putObject(attribute.getKey());
            copy(attribute.getValue(), "StringValue", value, "stringValue");
            copy(attribute.getValue(), "BinaryValue", value, "binaryValue");
            value.putArray("stringListValues");
            value.putArray("binaryListValues");
            copy(attribute.getValue(), "DataType", value, "dataType");
        }
        return attributes;
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String as) {
        if (from.hasNonNull(name)) {
            to.put(as, from.path(name).asText());
        }
    }
}
