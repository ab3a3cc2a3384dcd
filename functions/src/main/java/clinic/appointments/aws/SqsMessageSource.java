package clinic.appointments.aws;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.MessageSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** {@link MessageSource} on SQS. */
public final class SqsMessageSource implements MessageSource {

    /** A message has at most 10 attributes (Amazon SQS Developer Guide, Amazon SQS message metadata). */
    private static final int MOST_ATTRIBUTES = 10;

    /** 12 hours, counted from when it was received (Amazon SQS API Reference, ChangeMessageVisibility). */
    private static final Duration LONGEST = Duration.ofHours(12).minusMinutes(1);

    private final SqsClient client;
    private final String queueUrl;
    private final String deadLetterQueueUrl;

    public SqsMessageSource(SqsClient client, String queueUrl, String deadLetterQueueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.deadLetterQueueUrl = deadLetterQueueUrl;
    }

    @Override
    public void postpone(IncomingMessage message, Duration delay) {
        client.changeMessageVisibility(change -> change.queueUrl(queueUrl).receiptHandle(message.receiptHandle())
                .visibilityTimeout(Math.toIntExact(Math.min(delay.toSeconds(), LONGEST.toSeconds()))));
    }

    @Override
    public void park(IncomingMessage message, String reason) {
        client.sendMessage(send -> send.queueUrl(deadLetterQueueUrl).messageBody(message.body())
                .messageAttributes(attributes(message, reason)));
    }

    private static Map<String, MessageAttributeValue> attributes(IncomingMessage message, String reason) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put(IncomingMessage.PARKED_REASON, reason);
        attributes.put(IncomingMessage.REQUEST_ID, message.messageId());
        attributes.put(IncomingMessage.CORRELATION_ID, message.messageId());
        message.attributes().forEach((name, value) -> {
            if (attributes.containsKey(name) || attributes.size() < MOST_ATTRIBUTES) {
                attributes.put(name, name.equals(IncomingMessage.PARKED_REASON) ? reason : value);
            }
        });
        return attributes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> TrailAttributes.text(entry.getValue())));
    }
}
