package clinic.appointments.contract;

/**
 * A log event: the message of a log line, which tells what happened. {@link #text()} is stable, because queries and the
 * runbook name it; {@code docs/logs.md} has a row for each.
 */
public enum LogEvent {

    MESSAGE_RECEIVED("Message received", Level.DEBUG),
    APPOINTMENT_BOOKED("Appointment booked", Level.INFO),
    APPOINTMENT_RESCHEDULED("Appointment rescheduled", Level.INFO),
    APPOINTMENT_CONFIRMED("Appointment confirmed", Level.INFO),
    APPOINTMENT_COMPLETED("Appointment completed", Level.INFO),
    APPOINTMENT_CANCELLED("Appointment cancelled", Level.INFO),
    APPOINTMENT_KEPT("Appointment kept", Level.INFO),
    PATIENT_CHECKED_IN("Patient checked in", Level.INFO),
    PATIENT_REGISTERED("Patient registered", Level.INFO),
    PATIENT_ERASED("Patient erased", Level.INFO),
    RESOURCE_DEFINED("Resource defined", Level.INFO),
    RESOURCE_RETIRED("Resource retired", Level.INFO),
    POOL_DEFINED("Pool defined", Level.INFO),
    POOL_RETIRED("Pool retired", Level.INFO),
    VISIT_TYPE_DEFINED("Visit type defined", Level.INFO),
    VISIT_TYPE_RETIRED("Visit type retired", Level.INFO),
    RESOURCE_BLOCKED("Resource blocked", Level.INFO),
    BLOCK_LIFTED("Block lifted", Level.INFO),
    REMINDER_SENT("Reminder sent", Level.INFO),
    REMINDER_SKIPPED("Reminder skipped", Level.INFO),
    REMINDER_CLOSED_BEFORE("Reminder closed before its message", Level.INFO),
    REMINDER_PUT_OFF("Reminder put off", Level.INFO),
    PATIENT_MARKED("Patient marked as undeliverable", Level.INFO),
    MAIL_EVENT_COUNTED("Mail event counted", Level.INFO),
    RECONCILIATION_FINISHED("Reconciliation finished", Level.INFO),
    INDEX_REBUILT("Index of addresses rebuilt", Level.INFO),
    RUN_CONTINUED("Run continued", Level.INFO),
    REQUEST_REJECTED("Request rejected", Level.INFO),
    MESSAGE_REPEATED("Message repeated", Level.INFO),
    MESSAGE_DEFERRED("Message deferred", Level.INFO),
    MESSAGE_DEAD_LETTERED("Message dead-lettered", Level.INFO),
    MESSAGE_REFUSED("Message refused by another service", Level.WARN),
    MESSAGE_FAILED("Message failed", Level.ERROR),
    MESSAGE_GIVEN_UP("Message given up", Level.ERROR),
    MESSAGE_GIVEN_UP_UNDECIDED("Message given up undecided", Level.WARN),
    QUERY_ANSWERED("Query answered", Level.INFO),
    QUERY_FAILED("Query failed", Level.ERROR),
    JOURNEY_SUCCEEDED("Journey of the smoke test succeeded", Level.INFO),
    JOURNEY_FAILED("Journey of the smoke test failed", Level.WARN),
    ITEM_LEFT_OUT("Unreadable item left out", Level.ERROR),
    LETTER_NOT_COMPOSED("Letter not composed", Level.ERROR),
    PRIMING_FAILED("Priming failed", Level.ERROR);

    private final String text;
    private final Level level;

    LogEvent(String text, Level level) {
        this.text = text;
        this.level = level;
    }

    /** The level of an event's lines. */
    public enum Level {

        /** Detail of the course of a message. */
        DEBUG,
        /** An outcome. */
        INFO,
        /** A failure without an exception. */
        WARN,
        /** A failure with an exception; the line has its stack. */
        ERROR
    }

    /** The message of the event's lines. */
    public String text() {
        return text;
    }

    public Level level() {
        return level;
    }
}
