package clinic.appointments.aws;

import clinic.appointments.message.Correlation;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Sends messages to one queue, each with its correlation as message attributes, in the group of their cause. */
public final class SqsSender {

    private final SqsClient client;
    private final String queueUrl;
    private final GroupOfMessage group;

    public SqsSender(SqsClient client, String queueUrl, GroupOfMessage group) {
        this.client = client;
        this.queueUrl = queueUrl;
        this.group = group;
    }

    public void send(String body, Correlation correlation) {
        client.sendMessage(send -> send.queueUrl(queueUrl).messageBody(body).messageGroupId(group.id())
                .messageAttributes(CorrelationAttributes.of(correlation)));
    }
}
