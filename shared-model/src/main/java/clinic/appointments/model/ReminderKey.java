package clinic.appointments.model;

import java.time.Duration;

/**
 * Which of an appointment's reminders.
 *
 * @param scheduleVersion
 *            the appointment's version that set its time: a reminder of an older time is another reminder
 * @param offset
 *            how long before the start
 */
public record ReminderKey(long scheduleVersion, Duration offset) {

    /** Reads {@link #toString()}. */
    public static ReminderKey of(String written) {
        int slash = written.indexOf('/');
        return new ReminderKey(Long.parseLong(written.substring(0, slash)),
                Duration.parse(written.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return scheduleVersion + "/" + offset;
    }
}
