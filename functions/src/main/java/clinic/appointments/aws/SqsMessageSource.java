package clinic.appointments.aws;

import java.time.Duration;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.MessageSource;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link MessageSource} on SQS. */
public final class SqsMessageSource implements MessageSource {

    /** 12 hours from the receipt of the message (Amazon SQS API Reference, ChangeMessageVisibility). */
    private static final Duration MAX_VISIBILITY_TIMEOUT = Duration.ofHours(12).minusMinutes(1);

    private final SqsClient client;
    private final String queueUrl;
    private final String deadLetterQueueUrl;

    public SqsMessageSource(SqsClient client, String queueUrl, String deadLetterQueueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.deadLetterQueueUrl = deadLetterQueueUrl;
    }

    @Override
    public void defer(IncomingMessage message, Duration delay) {
        client.changeMessageVisibility(change -> change.queueUrl(queueUrl).receiptHandle(message.receiptHandle())
                .visibilityTimeout(Math.toIntExact(Math.min(delay.toSeconds(), MAX_VISIBILITY_TIMEOUT.toSeconds()))));
    }

    @Override
    public void park(IncomingMessage message, String reason) {
        client.sendMessage(send -> send.queueUrl(deadLetterQueueUrl).messageBody(message.body())
                .messageAttributes(DeadLetterAttributes.of(message, reason)));
    }
}
