package clinic.appointments.infrastructure.storage;

import clinic.appointments.contract.FingerprintVersions;
import software.amazon.awscdk.RemovalPolicy;

/**
 * Protection of the data of a stage.
 *
 * @param removal fate of tables, queues and keys when their stack is deleted
 * @param deletionProtection whether DynamoDB refuses to delete a table
 * @param fingerprints versions of the secret behind fingerprints of personal data
 */
public record DataSettings(RemovalPolicy removal, boolean deletionProtection, FingerprintVersions fingerprints) {

    /** Data that goes with its stack. */
    public static DataSettings expendable(FingerprintVersions fingerprints) {
        return new DataSettings(RemovalPolicy.DESTROY, false, fingerprints);
    }

    /** Data that outlives its stack. */
    public static DataSettings retained(FingerprintVersions fingerprints) {
        return new DataSettings(RemovalPolicy.RETAIN, true, fingerprints);
    }

    public DataSettings {
        if (deletionProtection && removal != RemovalPolicy.RETAIN) {
            throw new IllegalArgumentException("deletionProtection needs removal RETAIN, not " + removal);
        }
    }
}
