package clinic.appointments.infrastructure.patterns;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Properties of a {@link WorkQueue}.
 *
 * @param key encrypts the queue and its dead-letter queue
 * @param removal fate of both when their stack is deleted
 * @param maxReceives receives before a message moves to the dead-letter queue
 */
public record WorkQueueProps(IKey key, RemovalPolicy removal, int maxReceives) {
}
