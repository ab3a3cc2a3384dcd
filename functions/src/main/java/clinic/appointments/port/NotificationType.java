package clinic.appointments.port;

import clinic.appointments.model.ReminderKind;

/** What a patient is written to about. */
public enum NotificationType {

    /** The appointment will take place. */
    CONFIRMATION,
    /** It has another time. */
    RESCHEDULE,
    /** Something else about it has changed; it has the same time. */
    UPDATE,
    /** It will not take place. */
    CANCELLATION,
    /** It is near. */
    REMINDER;

    /** What a message of that kind is about. */
    public static NotificationType of(ReminderKind kind) {
        return switch (kind) {
            case ReminderKind.Notice notice -> valueOf(notice.name());
            case ReminderKind.Before _,ReminderKind.DaysBefore _ -> REMINDER;
        };
    }
}
