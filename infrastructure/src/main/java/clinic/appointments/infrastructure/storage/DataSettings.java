package clinic.appointments.infrastructure.storage;

import software.amazon.awscdk.RemovalPolicy;

/**
 * What protects the data of a stage.
 *
 * @param removal
 *            what becomes of tables, queues and the key when their stack is deleted
 * @param deletionProtection
 *            whether DynamoDB refuses to delete a table
 */
public record DataSettings(RemovalPolicy removal, boolean deletionProtection) {

    public DataSettings {
        if (deletionProtection && removal != RemovalPolicy.RETAIN) {
            throw new IllegalArgumentException("deletionProtection needs removal RETAIN, not " + removal);
        }
    }
}
