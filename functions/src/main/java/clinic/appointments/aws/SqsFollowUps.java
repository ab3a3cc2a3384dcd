package clinic.appointments.aws;

import clinic.appointments.message.FollowUp;
import clinic.appointments.port.FollowUps;
import clinic.appointments.wire.FollowUpCodec;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link FollowUps} on SQS. */
public final class SqsFollowUps implements FollowUps {

    private final SqsClient client;
    private final String queueUrl;

    public SqsFollowUps(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(FollowUp message) {
        client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(FollowUpCodec.encode(message))
                .messageAttributes(CorrelationAttributes.of(message.correlation())));
    }
}
