package clinic.appointments.contract;

import java.util.Arrays;

/** The work queues of the service, each with a dead-letter queue of its own. */
public enum QueueName {

    REQUEST("AppointmentRequest"), CONFIRMATION("AppointmentConfirmation"), REMINDER("AppointmentReminder");

    private final String stem;

    QueueName(String stem) {
        this.stem = stem;
    }

    /** The queue of that logical id. */
    public static QueueName ofId(String id) {
        return Arrays.stream(values()).filter(queue -> queue.id().equals(id)).findFirst().orElseThrow();
    }

    /** Construct id of the work queue together with its dead-letter queue. */
    public String stem() {
        return stem;
    }

    /** Logical id of the work queue. */
    public String id() {
        return stem + "Queue";
    }

    /** Logical id of the queue's dead-letter queue. */
    public String deadLetterId() {
        return stem + "DLQ";
    }
}
