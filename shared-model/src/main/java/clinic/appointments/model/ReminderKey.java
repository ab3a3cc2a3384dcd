package clinic.appointments.model;

/**
 * The identity of a reminder within its appointment.
 *
 * @param scheduleVersion version of the appointment that set the time or made the change; a new time has new reminders
 */
public record ReminderKey(long scheduleVersion, ReminderKind kind) {

    /** Reads the text that {@link #toString()} makes. */
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
