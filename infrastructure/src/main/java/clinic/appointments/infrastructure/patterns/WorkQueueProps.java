package clinic.appointments.infrastructure.patterns;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Properties of a {@link WorkQueue}.
 *
 * @param key encrypts the queue and its dead-letter queue
 * @param removal fate of both when their stack is deleted
 */
public record WorkQueueProps(IKey key, RemovalPolicy removal) {
}
