package clinic.appointments.aws;

import clinic.appointments.message.Correlation;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Sends messages to one queue, each with its correlation as message attributes, in the group of their cause. */
public final class SqsSender {

    private final JointSends sends;
    private final String queueUrl;
    private final GroupOfMessage group;

    public SqsSender(JointSends sends, String queueUrl, GroupOfMessage group) {
        this.sends = sends;
        this.queueUrl = queueUrl;
        this.group = group;
    }

    /** Sends a message, together with those of other lanes; returns when SQS has accepted it. */
    public void send(String body, Correlation correlation) {
        sends.send(new WaitingSend(queueUrl, SendMessageBatchRequestEntry.builder().messageBody(body)
                .messageGroupId(group.id()).messageAttributes(CorrelationAttributes.of(correlation)).build()));
    }
}
