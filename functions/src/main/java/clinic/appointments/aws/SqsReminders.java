package clinic.appointments.aws;

import clinic.appointments.message.ReminderMessage;
import clinic.appointments.port.Reminders;
import clinic.appointments.wire.ReminderCodec;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@link Reminders} on SQS. */
public final class SqsReminders implements Reminders {

    private final SqsClient client;
    private final String queueUrl;

    public SqsReminders(SqsClient client, String queueUrl) {
        this.client = client;
        this.queueUrl = queueUrl;
    }

    @Override
    public void send(ReminderMessage message) {
        client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(ReminderCodec.encode(message))
                .messageAttributes(CorrelationAttributes.of(message.correlation())));
    }
}
