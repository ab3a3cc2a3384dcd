package clinic.appointments.infrastructure.patterns;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.amazon.awscdk.services.sqs.RedriveAllowPolicy;
import software.amazon.awscdk.services.sqs.RedrivePermission;
import software.constructs.Construct;

/** Queues that are encrypted with a customer-managed key and reached over TLS only. */
public final class EncryptedQueue {

    /** The longest time that SQS keeps a message (SQS: "Amazon SQS message quotas"). */
    public static final Duration MAX_RETENTION = Duration.days(14);
    /** Keeps every other queue from redriving to this one. */
    public static final RedriveAllowPolicy NO_REDRIVE = RedriveAllowPolicy.builder()
            .redrivePermission(RedrivePermission.DENY_ALL).build();

    private EncryptedQueue() {
    }

    /** Begins an encrypted queue. */
    public static Queue.Builder create(Construct scope, String id, IKey key) {
        return Queue.Builder.create(scope, id).encryption(QueueEncryption.KMS).encryptionMasterKey(key)
                .enforceSsl(true);
    }
}
