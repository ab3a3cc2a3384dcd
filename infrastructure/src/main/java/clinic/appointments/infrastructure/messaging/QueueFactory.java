package clinic.appointments.infrastructure.messaging;

import clinic.appointments.contract.QueueName;
import clinic.appointments.infrastructure.compute.ServiceFunction;
import clinic.appointments.infrastructure.storage.DataKey;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.RedriveAllowPolicy;
import software.amazon.awscdk.services.sqs.RedrivePermission;
import software.constructs.Construct;

/** Makes queues: encrypted with the key, reached over TLS only. */
record QueueFactory(Construct scope, DataKey key, RemovalPolicy removal) {

    /** How often a message is received before it moves to the dead-letter queue. */
    private static final int RECEIVES = 5;
    /** Lambda: "Configuring a queue to use with Lambda" asks for six times the function's timeout at least. */
    private static final Duration VISIBILITY = Duration.seconds(ServiceFunction.TIMEOUT.toSeconds().longValue() * 6);
    /** The longest that SQS keeps a message (SQS: "Amazon SQS message quotas"). */
    private static final Duration LONGEST = Duration.days(14);

    WorkQueue workQueue(QueueName name) {
        var deadLetters = queue(name.deadLetterId()).retentionPeriod(LONGEST).build();
        var redrive = DeadLetterQueue.builder().queue(deadLetters).maxReceiveCount(RECEIVES).build();
        var queue = closed(name.id()).visibilityTimeout(VISIBILITY).deadLetterQueue(redrive).build();
        return new WorkQueue(queue, deadLetters, key.key());
    }

    Queue undelivered(String id) {
        return closed(id).retentionPeriod(LONGEST).build();
    }

    /** A queue that no other queue may redrive to. */
    private Queue.Builder closed(String id) {
        return queue(id).redriveAllowPolicy(
                RedriveAllowPolicy.builder().redrivePermission(RedrivePermission.DENY_ALL).build());
    }

    private Queue.Builder queue(String id) {
        return Queue.Builder.create(scope, id).encryption(QueueEncryption.KMS).encryptionMasterKey(key.key())
                .enforceSsl(true).removalPolicy(removal);
    }
}
