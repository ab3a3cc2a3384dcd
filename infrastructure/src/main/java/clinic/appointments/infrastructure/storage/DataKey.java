package clinic.appointments.infrastructure.storage;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** The customer-managed key that encrypts tables, queues and environment variables; rotated every year. */
public record DataKey(Key key) {

    public DataKey(Construct scope, RemovalPolicy removal) {
        this(Key.Builder.create(scope, "DataKey").description("Appointment scheduling: tables, queues, environment")
                .enableKeyRotation(true).removalPolicy(removal).build());
    }
}
