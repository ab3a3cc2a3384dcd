package clinic.appointments.model;

/**
 * The state of a reminder: scheduled, sent, or skipped for a reason. Every state except {@link #SCHEDULED} is terminal.
 */
public enum ReminderState {

    /** The reminder is due at its time. */
    SCHEDULED,
    /** The provider accepted the reminder. */
    SENT,
    /** Too late: its time was past when it was planned, or the appointment had started at delivery. */
    SKIPPED_TOO_LATE,
    /** The reminder is due in the patient's quiet hours, which leave no time for it. */
    SKIPPED_QUIET_HOURS,
    /** The appointment was cancelled. */
    SKIPPED_CANCELLED,
    /** The appointment was moved to another time, which has reminders of its own. */
    SKIPPED_RESCHEDULED,
    /** The appointment was completed. */
    SKIPPED_COMPLETED,
    /** The patient wants no reminders. */
    SKIPPED_OPTED_OUT,
    /** The patient has no address for the channel, or is no longer registered. */
    SKIPPED_NO_ADDRESS,
    /** The reminder can never be sent: the provider refuses the address or the text, or the text cannot be composed. */
    SKIPPED_UNDELIVERABLE;

    public boolean isOpen() {
        return this == SCHEDULED;
    }
}
