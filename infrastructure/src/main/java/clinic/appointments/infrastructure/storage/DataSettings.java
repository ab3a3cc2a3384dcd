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
 * @param overdueShards number of partitions of the index of overdue work, from 1
 */
public record DataSettings(RemovalPolicy removal, boolean deletionProtection, Optional<Duration> backups,
        FingerprintVersions fingerprints, int overdueShards) {

    /** More than enough for every sensible load: each has a query of its own at each search. */
    public static final int MAX_OVERDUE_SHARDS = 128;
    /**
     * A partition takes 1,000 write units per second (DynamoDB Developer Guide, "Best practices for designing and using
     * partition keys effectively"); an appointment costs the index about six.
     */
    private static final int OVERDUE_SHARDS = 4;

    private static final Set<RemovalPolicy> RETAINING = Set.of(RemovalPolicy.RETAIN,
            RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);

    /** Data that goes with its stack. */
    public static DataSettings expendable(FingerprintVersions fingerprints) {
        return new DataSettings(RemovalPolicy.DESTROY, false, Optional.empty(), fingerprints, OVERDUE_SHARDS);
    }

    /** Data that outlives its stack, except when creating it failed. */
    public static DataSettings retained(Duration backups, FingerprintVersions fingerprints) {
        return new DataSettings(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE, true, Optional.of(backups), fingerprints,
                OVERDUE_SHARDS);
    }

    /** The same protection with another number of partitions of the index of overdue work. */
    public DataSettings withOverdueShards(int shards) {
        return new DataSettings(removal, deletionProtection, backups, fingerprints, shards);
    }

    public DataSettings {
        if (overdueShards < 1) {
            throw new IllegalArgumentException("overdueShards must be at least 1, not " + overdueShards);
        }
        if (deletionProtection && !RETAINING.contains(removal)) {
            throw new IllegalArgumentException(
                    "deletionProtection needs removal RETAIN or RETAIN_ON_UPDATE_OR_DELETE, not " + removal);
        }
    }
}
