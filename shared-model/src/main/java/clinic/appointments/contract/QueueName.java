package clinic.appointments.contract;

/** The work queues of the service, each with a dead-letter queue of its own. */
public enum QueueName {

    REQUEST("AppointmentRequest"), CONFIRMATION("AppointmentConfirmation"), REMINDER("AppointmentReminder");

    private final String stem;

    QueueName(String stem) {
        this.stem = stem;
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
