package clinic.appointments.local.run;

import java.util.Optional;

import clinic.appointments.contract.QueueName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * One message that was sent.
 *
 * @param copy 1 for the first copy of its sample
 */
record SentMessage(SampleMessage sample, int copy, String messageId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The sample's, with the number of the copy where there are several. */
    String name() {
        return sample.name() + (sample.copies() > 1 ? " #" + copy : "");
    }

    /** As the service derives it: the body's, else the attribute, each if well-formed, else the id that SQS gave. */
    String requestId() {
        return field("requestId").filter(SentMessage::isId)
                .or(() -> Optional.ofNullable(sample.attributes().get("requestId")).filter(SentMessage::isId))
                .orElse(messageId);
    }

    /** Whose the request's id is: the client's that an attribute names, else the queue's. */
    String client() {
        return sample.attributes().getOrDefault("client", sample.queueId());
    }

    /** The command in the body; a booking names none. */
    String command() {
        return field("type").orElse("BOOK");
    }

    /** Whether it is a client's, and has a receipt: what only the service itself sends has none. */
    boolean isRequest() {
        return switch (QueueName.ofId(sample.queueId())) {
            case REQUEST -> true;
            case CONFIRMATION -> !command().equals("FOLLOW_UP");
            case REMINDER -> false;
        };
    }

    /** A text field of the body; empty when it is not there, or the body is no JSON object. */
    Optional<String> field(String name) {
        return Optional.ofNullable(body().path(name).textValue());
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9_-]{1,36}");
    }

    private JsonNode body() {
        try {
            return JSON.readTree(sample.body());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
