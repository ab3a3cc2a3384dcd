package clinic.appointments.contract;

import java.util.Arrays;

/** The work queues of the service, each with a dead-letter queue of its own. */
public enum QueueName {

    REQUEST("AppointmentRequest"), CONFIRMATION("AppointmentConfirmation"), REMINDER("AppointmentReminder");

    private final String stem;

    QueueName(String stem) {
        this.stem = stem;
    }

    /** The queue of that construct id. */
    public static QueueName ofId(String id) {
        return Arrays.stream(values()).filter(queue -> queue.id().equals(id)).findFirst().orElseThrow();
    }

    /** Construct id of the work queue. */
    public String id() {
        return stem + "Queue";
    }

    /** Construct id of the queue's dead-letter queue. */
    public String deadLetterId() {
        return stem + "DLQ";
    }
}
