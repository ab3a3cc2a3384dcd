package clinic.appointments.aws;

import clinic.appointments.message.Correlation;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends messages to one queue, each with its correlation as message attributes. */
public final class SqsSender {

    private final SqsClient client;
    private final String queueUrl;

    public SqsSender(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    public void send(String body, Correlation correlation) {
        client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body)
                .messageAttributes(CorrelationAttributes.of(correlation)));
    }
}
