package clinic.appointments.local.stage;

import java.util.Map;

import clinic.appointments.local.engine.MessageTrail;

/**
 * A message in a queue.
 *
 * @param attributes the values of the message attributes, by name
 */
public record QueuedMessage(String messageId, String body, Map<String, String> attributes) {

    static QueuedMessage of(MessageTrail message) {
        return new QueuedMessage(message.messageId(), message.body(), message.attributes());
    }

    /** Without the body, which may contain personal data. */
    @Override
    public String toString() {
        return "QueuedMessage[" + messageId + " " + attributes + "]";
    }
}
