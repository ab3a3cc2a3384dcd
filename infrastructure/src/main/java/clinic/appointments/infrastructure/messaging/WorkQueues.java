package clinic.appointments.infrastructure.messaging;

import java.util.List;

import clinic.appointments.contract.QueueName;
import clinic.appointments.infrastructure.storage.DataKey;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * The queues of the service.
 *
 * @param undelivered takes what the scheduler could not deliver; no queue redrives to it
 */
public record WorkQueues(WorkQueue requests, WorkQueue confirmations, WorkQueue reminders, IQueue undelivered,
        DataKey key) {

    /** Construct id of the queue that takes what the scheduler could not deliver. */
    public static final String UNDELIVERED_ID = "ReminderScheduleDLQ";

    /** The work queues in the order in which an appointment travels through them. */
    public List<WorkQueue> all() {
        return List.of(requests, confirmations, reminders);
    }

    public WorkQueues(Construct scope, DataKey key, RemovalPolicy removal) {
        this(new QueueFactory(scope, key, removal), key);
    }

    private WorkQueues(QueueFactory queues, DataKey key) {
        this(queues.workQueue(QueueName.REQUEST), queues.workQueue(QueueName.CONFIRMATION),
                queues.workQueue(QueueName.REMINDER), queues.undelivered(UNDELIVERED_ID), key);
    }
}
