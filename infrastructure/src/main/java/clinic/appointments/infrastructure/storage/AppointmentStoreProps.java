package clinic.appointments.infrastructure.storage;

import software.amazon.awscdk.services.kms.IKey;

/**
 * Properties of an {@link AppointmentStore}.
 *
 * @param key encrypts every table
 */
public record AppointmentStoreProps(IKey key, DataSettings settings) {
}
