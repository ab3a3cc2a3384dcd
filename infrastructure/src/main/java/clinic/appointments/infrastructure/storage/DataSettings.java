package clinic.appointments.infrastructure.storage;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import clinic.appointments.contract.FingerprintVersions;
import software.amazon.awscdk.RemovalPolicy;

/**
 * Protection of the data of a stage.
 *
 * @param removal fate of tables, queues and keys when their stack is deleted
 * @param deletionProtection whether DynamoDB refuses to delete a table
 * @param backups how long a daily backup of each table is kept, beside point-in-time recovery; empty for no backups
 * @param fingerprints versions of the secret behind fingerprints of personal data
 * @param shards numbers of partitions of the indexes of appointments
 */
public record DataSettings(RemovalPolicy removal, boolean deletionProtection, Optional<Duration> backups,
        FingerprintVersions fingerprints, IndexShards shards) {

    private static final Set<RemovalPolicy> RETAINING = Set.of(RemovalPolicy.RETAIN,
            RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);

    /** Data that goes with its stack. */
    public static DataSettings expendable(FingerprintVersions fingerprints) {
        return new DataSettings(RemovalPolicy.DESTROY, false, Optional.empty(), fingerprints,
                IndexShards.DEFAULT);
    }

    /** Data that outlives its stack, except when creating it failed. */
    public static DataSettings retained(Duration backups, FingerprintVersions fingerprints) {
        return new DataSettings(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, true, Optional.of(backups), fingerprints,
                IndexShards.DEFAULT);
    }

    /** The same protection with other numbers of partitions. */
    public DataSettings withShards(IndexShards others) {
        return new DataSettings(removal, deletionProtection, backups, fingerprints, others);
    }

    public DataSettings {
        if (deletionProtection && !RETAINING.contains(removal)) {
            throw new IllegalArgumentException(
                    "deletionProtection needs removal RETAIN or RETAIN_ON_UPDATE_OR_DELETE, not " + removal);
        }
    }
}
