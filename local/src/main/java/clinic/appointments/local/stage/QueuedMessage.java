package clinic.appointments.local.stage;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A message in a queue.
 *
 * @param attributes the values of the message attributes, by name
 */
public record QueuedMessage(String messageId, String body, Map<String, String> attributes) {

    static QueuedMessage of(JsonNode message) {
        Map<String, String> attributes = new TreeMap<>();
        message.path("MessageAttributes").properties()
                .forEach(entry -> attributes.put(entry.getKey(), entry.getValue().path("StringValue").asText()));
        return new QueuedMessage(message.path("MessageId").asText(), message.path("Body").asText(), attributes);
    }

    /** Without the body, which may contain personal data. */
    @Override
    public String toString() {
        return "QueuedMessage[" + messageId + " " + attributes + "]";
    }
}
