package clinic.appointments.infrastructure.messaging;

import java.util.List;

import clinic.appointments.contract.QueueName;
import clinic.appointments.infrastructure.patterns.EncryptedQueue;
import clinic.appointments.infrastructure.patterns.WorkQueue;
import clinic.appointments.infrastructure.patterns.WorkQueueProps;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.IQueue;
import software.constructs.Construct;

/**
 * The queues of the service.
 *
 * @param undelivered takes messages that the scheduler could not deliver; no queue redrives to it
 * @param key encrypts every queue
 */
public record WorkQueues(WorkQueue requests, WorkQueue confirmations, WorkQueue reminders, WorkQueue mailEvents,
        WorkQueue management, IQueue undelivered, IKey key) {

    /** Id of the queue for messages that the scheduler could not deliver. */
    public static final String UNDELIVERED_ID = "ReminderScheduleDLQ";

    /** Makes the queues as children of the scope. */
    public static WorkQueues create(Construct scope, WorkQueueProps props) {
        return new WorkQueues(queue(scope, QueueName.REQUEST, props), queue(scope, QueueName.CONFIRMATION, props),
                queue(scope, QueueName.REMINDER, props), queue(scope, QueueName.MAIL_EVENT, props),
                queue(scope, QueueName.MANAGEMENT, props), undelivered(scope, props), props.key());
    }

    private static WorkQueue queue(Construct scope, QueueName name, WorkQueueProps props) {
        return new WorkQueue(scope, name.stem(), props);
    }

    private static IQueue undelivered(Construct scope, WorkQueueProps props) {
        return EncryptedQueue.create(scope, UNDELIVERED_ID, props.key()).removalPolicy(props.removal())
                .redriveAllowPolicy(EncryptedQueue.NO_REDRIVE).retentionPeriod(EncryptedQueue.MAX_RETENTION).build();
    }

    /** The work queues in the order in which an appointment and its e-mails travel through them; last, management. */
    public List<WorkQueue> all() {
        return List.of(requests, confirmations, reminders, mailEvents, management);
    }
}
