package clinic.appointments.infrastructure;

import clinic.appointments.contract.QueueName;
import clinic.appointments.infrastructure.messaging.MailEventTopic;
import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.WorkQueue;
import clinic.appointments.infrastructure.patterns.WorkQueueProps;
import clinic.appointments.infrastructure.storage.AppointmentStore;
import clinic.appointments.infrastructure.storage.AppointmentStoreProps;
import clinic.appointments.infrastructure.storage.DataKey;
import clinic.appointments.infrastructure.storage.DataSettings;
import clinic.appointments.infrastructure.storage.FingerprintKey;
import clinic.appointments.infrastructure.storage.TableBackups;
import clinic.appointments.infrastructure.storage.TableBackupsProps;
import software.amazon.awscdk.CfnElement;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Everything that holds state: the keys, the tables and the queues. Deploying the service never replaces it. */
public final class AppointmentDataStack extends Stack {

    /** Construct id of the stack. */
    public static final String ID = "AppointmentData";

    private final DataKey key;
    private final FingerprintKey fingerprints;
    private final AppointmentStore store;
    private final WorkQueues queues;
    private final MailEventTopic mailEvents;

    AppointmentDataStack(Construct scope, String id, DataSettings settings) {
        super(scope, id);
        key = new DataKey(this, "DataKey", settings.removal());
        fingerprints = new FingerprintKey(this, "FingerprintKey", settings);
        store = new AppointmentStore(this, "AppointmentStore", new AppointmentStoreProps(key.key(), settings));
        settings.backups().ifPresent(retention -> new TableBackups(this, "TableBackups",
                new TableBackupsProps(key.key(), store.tables(), retention, settings.removal())));
        queues = WorkQueues.create(this, new WorkQueueProps(key.key(), settings.removal(), QueueName.MAX_RECEIVES));
        mailEvents = new MailEventTopic(this, "MailEventTopic", key.key());
        queues.mailEvents().subscribeTo(mailEvents.topic());
        pinLogicalIds();
    }

    private void pinLogicalIds() {
        pin(key.key(), "DataKey");
        pin(fingerprints.key(), "FingerprintKey");
        store.tables().forEach(table -> pin(table.table(), table.id()));
        queues.all().forEach(this::pin);
        pin(queues.undelivered(), WorkQueues.UNDELIVERED_ID);
    }

    private void pin(WorkQueue work) {
        pin(work.queue(), work.queueName());
        pin(work.deadLetters(), work.deadLetterName());
    }

    /**
     * Makes the logical id independent of the resource's place in the construct tree: CloudFormation replaces a
     * resource whose logical id changes, and its data is gone.
     */
    private static void pin(IConstruct resource, String logicalId) {
        ((CfnElement) resource.getNode().getDefaultChild()).overrideLogicalId(logicalId);
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

    MailEventTopic mailEvents() {
        return mailEvents;
    }
}
