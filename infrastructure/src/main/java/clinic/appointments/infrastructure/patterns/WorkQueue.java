package clinic.appointments.infrastructure.patterns;

import java.util.List;
import java.util.Map;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.sns.Subscription;
import software.amazon.awscdk.services.sns.SubscriptionProtocol;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.IQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** A queue with a dead-letter queue of its own. Its id is the stem of both names: {@code Parcel} makes ParcelQueue. */
public final class WorkQueue extends Construct {

    private static final String QUEUE = "Queue";
    private static final String DEAD_LETTERS = "DLQ";
    private static final List<String> CONSUME = List.of("sqs:ReceiveMessage", "sqs:DeleteMessage",
            "sqs:GetQueueAttributes", "sqs:ChangeMessageVisibility");
    /** Lambda: "Configuring a queue to use with Lambda" asks for six times the function's timeout at least. */
    private static final Duration VISIBILITY = Duration.seconds(ServiceFunction.TIMEOUT.toSeconds().longValue() * 6);

    /**
     * Outlasts a long weekend, and leaves four days in the dead-letter queue, where a message keeps its first timestamp
     * (SQS: "Using dead-letter queues in Amazon SQS").
     */
    private static final Duration RETENTION = Duration.days(10);

    private final IKey key;
    private final Queue deadLetters;
    private final Queue queue;

    public WorkQueue(Construct scope, String id, WorkQueueProps props) {
        super(scope, id);
        key = props.key();
        deadLetters = EncryptedQueue.create(this, DEAD_LETTERS, key).removalPolicy(props.removal())
                .retentionPeriod(EncryptedQueue.MAX_RETENTION).build();
        queue = EncryptedQueue.create(this, QUEUE, key).removalPolicy(props.removal())
                .redriveAllowPolicy(EncryptedQueue.NO_REDRIVE).visibilityTimeout(VISIBILITY)
                .retentionPeriod(RETENTION)
                .deadLetterQueue(
                        DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(props.maxReceives()).build())
                .build();
    }

    /** Lets a function receive and delete messages; it finds the queue's URL in the variable. */
    public void grantConsumeMessages(ServiceFunction consumer, String urlVariable) {
        consumer.addEnvironment(urlVariable, queue.getQueueUrl());
        consumer.addToRolePolicy(CONSUME, queue.getQueueArn());
        consumer.addKeyUse(key, "sqs", KeyUse.RECEIVE);
    }

    /** Lets a function send to the queue; it finds the queue's URL in the variable. */
    public void grantSendMessages(ServiceFunction sender, String urlVariable) {
        grantSend(sender, queue, urlVariable);
    }

    /** Lets a function park messages in the dead-letter queue; it finds that queue's URL in the variable. */
    public void grantSendDeadLetters(ServiceFunction sender, String urlVariable) {
        grantSend(sender, deadLetters, urlVariable);
    }

    /** Lets the services that assume the role send to the queue. */
    public void grantSendMessages(ServiceRole role) {
        role.addToPolicy(PolicyStatement.Builder.create().actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn())).build());
        role.addToPolicy(KeyUse.through("sqs", Stack.of(role).getRegion(), key.getKeyArn(), KeyUse.SEND));
    }

    /**
     * Has everything that the topic publishes delivered as it is, without SNS's envelope (Amazon SNS: "Amazon SNS raw
     * message delivery"); what cannot be delivered goes to the dead-letter queue.
     */
    public void subscribeTo(ITopic topic) {
        queue.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("sns.amazonaws.com"))).actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", topic.getTopicArn()))).build());
        Subscription.Builder.create(this, "Subscription").topic(topic).protocol(SubscriptionProtocol.SQS)
                .endpoint(queue.getQueueArn()).rawMessageDelivery(true).deadLetterQueue(deadLetters).build();
    }

    private void grantSend(ServiceFunction sender, IQueue target, String urlVariable) {
        sender.addEnvironment(urlVariable, target.getQueueUrl());
        sender.addToRolePolicy(List.of("sqs:SendMessage"), target.getQueueArn());
        sender.addKeyUse(key, "sqs", KeyUse.SEND);
    }

    /** Name of the queue for people, such as {@code ParcelQueue}. */
    public String queueName() {
        return getNode().getId() + QUEUE;
    }

    /** Name of the dead-letter queue for people, such as {@code ParcelDLQ}. */
    public String deadLetterName() {
        return getNode().getId() + DEAD_LETTERS;
    }

    public IQueue queue() {
        return queue;
    }

    public IQueue deadLetters() {
        return deadLetters;
    }
}
