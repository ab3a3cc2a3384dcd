package clinic.appointments.aws;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.Holds;
import clinic.appointments.wire.HoldCodec;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link Holds} on SQS. */
public final class SqsHolds implements Holds {

    private final SqsClient client;
    private final String queueUrl;

    public SqsHolds(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void end(AppointmentId appointment, Correlation correlation) {
        client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(HoldCodec.encodeAgain(appointment, correlation))
                .messageAttributes(CorrelationAttributes.of(correlation)));
    }
}
