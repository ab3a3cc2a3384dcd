package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS queue.
 *
 * @param id logical id without the hash of the CDK, such as {@code OrderQueue}
 * @param name physical name on this machine
 * @param url URL that functions use, at the gateway
 * @param retention time for which a message is kept
 * @param redrive destination of a message that was received too often
 * @param keyArn ARN of the customer-managed key that encrypts it
 */
public record Queue(String id, String name, String url, String arn, Duration visibilityTimeout, Duration delay,
        Duration retention, Optional<Redrive> redrive, Optional<String> keyArn) {

    /** The dead-letter queue, and the number of receives after which a message moves there. */
    public record Redrive(String deadLetterArn, int maxReceiveCount) {
    }
}
