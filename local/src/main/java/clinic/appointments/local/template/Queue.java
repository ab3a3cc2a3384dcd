package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * An SQS queue.
 *
 * @param id construct id, such as {@code AppointmentRequestQueue}
 * @param name physical name on this machine
 * @param url address that functions see: the gateway's
 * @param retention how long a message is kept
 * @param redrive where a message goes that was received too often
 * @param keyArn customer-managed key that encrypts it
 */
public record Queue(String id, String name, String url, String arn, Duration visibilityTimeout, Duration delay,
        Duration retention, Optional<Redrive> redrive, Optional<String> keyArn) {

    /** The dead-letter queue, and after how many receives a message moves there. */
    public record Redrive(String deadLetterArn, int maxReceiveCount) {
    }
}
