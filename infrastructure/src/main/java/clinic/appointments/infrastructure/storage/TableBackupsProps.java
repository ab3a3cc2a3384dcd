package clinic.appointments.infrastructure.storage;

import java.time.Duration;
import java.util.List;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.IKey;

/**
 * Properties of {@link TableBackups}.
 *
 * @param key encrypts the vault
 * @param tables what is backed up
 * @param retention how long each backup is kept
 * @param removal fate of the vault when its stack is deleted
 */
public record TableBackupsProps(IKey key, List<StoreTable> tables, Duration retention, RemovalPolicy removal) {

    public TableBackupsProps {
        tables = List.copyOf(tables);
    }
}
