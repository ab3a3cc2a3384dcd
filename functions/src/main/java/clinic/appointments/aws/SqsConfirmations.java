package clinic.appointments.aws;

import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.port.Confirmations;
import clinic.appointments.wire.ConfirmationCodec;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link Confirmations} on SQS. */
public final class SqsConfirmations implements Confirmations {

    private final SqsClient client;
    private final String queueUrl;

    public SqsConfirmations(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(ConfirmationMessage message) {
        client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(ConfirmationCodec.encode(message))
                .messageAttributes(TrailAttributes.of(message.trail())));
    }
}
