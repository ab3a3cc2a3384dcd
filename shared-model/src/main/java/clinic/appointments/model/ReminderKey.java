package clinic.appointments.model;

/**
 * Which of an appointment's reminders.
 *
 * @param scheduleVersion the appointment's version that set its time, or that a notice tells of: a reminder of an older
 *     time is another reminder
 */
public record ReminderKey(long scheduleVersion, ReminderKind kind) {

    /** Reads {@link #toString()}. */
    public static ReminderKey of(String written) {
        int slash = written.indexOf('/');
        return new ReminderKey(Long.parseLong(written.substring(0, slash)),
                ReminderKind.of(written.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return scheduleVersion + "/" + kind;
    }
}
