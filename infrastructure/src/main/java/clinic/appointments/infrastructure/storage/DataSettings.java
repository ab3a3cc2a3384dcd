package clinic.appointments.infrastructure.storage;

import clinic.appointments.contract.FingerprintVersions;
import software.amazon.awscdk.RemovalPolicy;

/**
 * What protects the data of a stage.
 *
 * @param removal what becomes of tables, queues and the key when their stack is deleted
 * @param deletionProtection whether DynamoDB refuses to delete a table
 * @param fingerprints versions of the secret that fingerprints of personal data are made with
 */
public record DataSettings(RemovalPolicy removal, boolean deletionProtection, FingerprintVersions fingerprints) {

    public DataSettings {
        if (deletionProtection && removal != RemovalPolicy.RETAIN) {
            throw new IllegalArgumentException("deletionProtection needs removal RETAIN, not " + removal);
        }
    }
}
