package clinic.appointments.runtime;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MessageGroup;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.MessageAttribute;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

/** Reads messages from the events of SQS. */
final class SqsMessages {

    /** Data type of the attributes to read. */
    private static final String TEXT = "String";

    private SqsMessages() {
    }

    static IncomingMessage of(SQSMessage message) {
        return new IncomingMessage(message.getMessageId(), message.getBody(), texts(message), delivery(message),
                foreign(message));
    }

    private static Map<String, String> texts(SQSMessage message) {
        Predicate<Map.Entry<String, MessageAttribute>> isText = entry -> entry.getValue().getStringValue() != null;
        return attributes(message).filter(isText)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getStringValue()));
    }

    private static Map<String, IncomingMessage.Foreign> foreign(SQSMessage message) {
        return attributes(message)
                .filter(entry -> entry.getValue().getDataType() != null && !TEXT.equals(entry.getValue().getDataType()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> foreign(entry.getValue())));
    }

    private static IncomingMessage.Foreign foreign(MessageAttribute attribute) {
        return new IncomingMessage.Foreign(attribute.getDataType(), Optional.ofNullable(attribute.getStringValue()),
                Optional.ofNullable(attribute.getBinaryValue()));
    }

    private static Stream<Map.Entry<String, MessageAttribute>> attributes(SQSMessage message) {
        return Objects.requireNonNullElse(message.getMessageAttributes(), Map.<String, MessageAttribute>of())
                .entrySet().stream();
    }

    private static IncomingMessage.Delivery delivery(SQSMessage message) {
        Map<String, String> attributes = Objects.requireNonNullElse(message.getAttributes(), Map.of());
        return new IncomingMessage.Delivery(message.getReceiptHandle(),
                Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1")),
                Optional.ofNullable(attributes.get("SentTimestamp")).map(Long::valueOf).map(Instant::ofEpochMilli),
                Optional.ofNullable(attributes.get("MessageGroupId")).flatMap(MessageGroup::find),
                Optional.ofNullable(attributes.get("SenderId")));
    }
}
