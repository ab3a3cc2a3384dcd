package clinic.appointments.infrastructure;

import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.storage.AppointmentStore;
import clinic.appointments.infrastructure.storage.DataKey;
import clinic.appointments.infrastructure.storage.FingerprintKey;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Everything that holds state: the keys, the tables and the queues. Deploying the service never replaces it. */
public final class AppointmentDataStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentData";

    private final DataKey key;
    private final FingerprintKey fingerprints;
    private final AppointmentStore store;
    private final WorkQueues queues;

    AppointmentDataStack(Construct scope, StageSettings settings) {
        super(scope, ID);
        key = new DataKey(this, settings.data().removal());
        fingerprints = new FingerprintKey(this, settings.data());
        store = new AppointmentStore(this, key, settings.data());
        queues = new WorkQueues(this, key, settings.data().removal());
    }

    DataKey key() {
        return key;
    }

    FingerprintKey fingerprints() {
        return fingerprints;
    }

    AppointmentStore store() {
        return store;
    }

    WorkQueues queues() {
        return queues;
    }
}
