package clinic.appointments.contract;

import java.util.Arrays;

/** The work queues of the service, each with its own dead-letter queue. */
public enum QueueName {

    REQUEST("AppointmentRequest"),
    CONFIRMATION("AppointmentConfirmation"),
    REMINDER("AppointmentReminder"),
    /** Takes the events of SES about e-mails; no client sends here. */
    MAIL_EVENT("MailEvent"),
    /** Takes the commands that define resources; who books appointments may not send here. */
    MANAGEMENT("Management");

    /** Receives before the queue moves a message to its dead-letter queue. */
    public static final int MAX_RECEIVES = 5;

    private final String stem;

    QueueName(String stem) {
        this.stem = stem;
    }

    /** The queue with the given logical id. */
    public static QueueName ofId(String id) {
        return Arrays.stream(values()).filter(queue -> queue.id().equals(id)).findFirst().orElseThrow();
    }

    /** Construct id of the pair of work queue and dead-letter queue. */
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
