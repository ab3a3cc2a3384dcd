package clinic.appointments.local.run;

import java.util.Optional;

import clinic.appointments.contract.QueueName;
import clinic.appointments.model.IdFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A sent message.
 *
 * @param copy number of the copy, 1 for the first
 */
record SentMessage(SampleMessage sample, int copy, String messageId) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The sample's name, with the number of the copy if there are several. */
    String name() {
        return sample.name() + (sample.copies() > 1 ? " #" + copy : "");
    }

    /** The request id, derived as the service does it: from the body, the attribute, or the message id of SQS. */
    String requestId() {
        return field("requestId").filter(SentMessage::isId)
                .or(() -> Optional.ofNullable(sample.attributes().get("requestId")).filter(SentMessage::isId))
                .orElse(messageId);
    }

    /** The client that chose the request id: the one in the attribute, or the queue. */
    String client() {
        return sample.attributes().getOrDefault("client", sample.queueId());
    }

    /** The command in the body; {@code BOOK} is the default. */
    String command() {
        return field("type").orElse("BOOK");
    }

    /** Whether the message comes from a client and has a receipt; messages that only the service sends have none. */
    boolean isRequest() {
        return switch (QueueName.ofId(sample.queueId())) {
            case REQUEST, MANAGEMENT -> true;
            case CONFIRMATION -> !command().equals("FOLLOW_UP");
            case REMINDER, MAIL_EVENT -> false;
        };
    }

    /** A string field of the body; empty if it is absent or the body is not a JSON object. */
    Optional<String> field(String name) {
        return Optional.ofNullable(body().path(name).textValue());
    }

    private static boolean isId(String text) {
        return IdFormat.isWellFormed(text);
    }

    private JsonNode body() {
        try {
            return JSON.readTree(sample.body());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
