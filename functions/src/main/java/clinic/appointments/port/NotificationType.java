package clinic.appointments.port;

import clinic.appointments.model.ReminderKind;

/** The type of a notification: a confirmation, a reschedule, an update, a cancellation or a reminder. */
public enum NotificationType {

    /** The appointment will take place. */
    CONFIRMATION,
    /** The appointment has another time. */
    RESCHEDULE,
    /** The appointment has changed in another way; its time is the same. */
    UPDATE,
    /** The appointment will not take place. */
    CANCELLATION,
    /** The appointment is near. */
    REMINDER;

    /** The type of the notification for a kind of reminder. */
    public static NotificationType of(ReminderKind kind) {
        return switch (kind) {
            case ReminderKind.Notice notice -> valueOf(notice.name());
            case ReminderKind.Before _,ReminderKind.DaysBefore _ -> REMINDER;
        };
    }
}
