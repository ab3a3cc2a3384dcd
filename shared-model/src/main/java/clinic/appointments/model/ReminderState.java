package clinic.appointments.model;

/** What became of a reminder; every state but {@link #SCHEDULED} is terminal and says why. */
public enum ReminderState {

    /** It is due at its time. */
    SCHEDULED,
    /** The provider took it. */
    SENT,
    /** It came after its time: when it was planned it was past, or at delivery the appointment had started. */
    SKIPPED_TOO_LATE,
    /** It is due in the patient's quiet hours, which leave no time for it. */
    SKIPPED_QUIET_HOURS,
    /** The appointment was cancelled. */
    SKIPPED_CANCELLED,
    /** The appointment was moved to another time, which has reminders of its own. */
    SKIPPED_RESCHEDULED,
    /** The appointment was completed. */
    SKIPPED_COMPLETED,
    /** The patient wants none. */
    SKIPPED_OPTED_OUT,
    /** The patient has no address for the channel, or is not registered any more. */
    SKIPPED_NO_ADDRESS,
    /** It can never be sent: the provider takes no such address or letter, or the letter cannot be written. */
    SKIPPED_UNDELIVERABLE;

    public boolean isOpen() {
        return this == SCHEDULED;
    }
}
