package clinic.appointments.message;

import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.ReminderState;

/**
 * An effect: the change that an accepted message has made. The names are stable: they are the {@code reason} of log
 * lines and metrics, so that one effect has one name, no matter which command or follow-up caused it.
 */
public enum Effect {

    /** An appointment was booked. */
    BOOKED,
    /** An appointment got another time or other resources. */
    RESCHEDULED,
    /** An appointment was confirmed, by hand or by the service. */
    CONFIRMED,
    /** An appointment was completed, whether or not the patient came. */
    COMPLETED,
    /** An appointment was cancelled, by a client or because its hold expired. */
    CANCELLED,
    /** It was noted on an appointment how far its patient has come. */
    CHECKED_IN,
    /** A displaced appointment stays where it is. */
    KEPT,
    /** A patient was registered, or a patient's details were replaced. */
    REGISTERED,
    /** All personal data of a patient was erased. */
    ERASED,
    /** A resource was defined, or its definition was replaced. */
    RESOURCE_DEFINED,
    /** A resource was retired. */
    RESOURCE_RETIRED,
    /** A pool was defined, or its members were replaced. */
    POOL_DEFINED,
    /** A pool was retired. */
    POOL_RETIRED,
    /** A visit type was defined, or its definition was replaced. */
    VISIT_TYPE_DEFINED,
    /** A visit type was retired. */
    VISIT_TYPE_RETIRED,
    /** A resource was blocked for a time. */
    RESOURCE_BLOCKED,
    /** A block was lifted. */
    BLOCK_LIFTED,
    /** No change: an earlier delivery of the message, or an equal message, had made it. */
    REPEATED,

    /** A reminder was sent. */
    SENT,
    /** No change: the reminder was closed before its message came, such as by a cancellation. */
    CLOSED_BEFORE,
    /** A reminder was closed: the appointment has started. */
    SKIPPED_TOO_LATE,
    /** A reminder was closed: quiet hours last until the appointment starts. */
    SKIPPED_QUIET_HOURS,
    /** A reminder was closed: the patient wants no reminders. */
    SKIPPED_OPTED_OUT,
    /** A reminder was closed: the patient has no address. */
    SKIPPED_NO_ADDRESS,
    /** A reminder was closed: the provider will never deliver it. */
    SKIPPED_UNDELIVERABLE,
    /** A reminder was put off: its provider accepts nothing at the moment, and reconciliation sends it later. */
    PUT_OFF,

    /** A patient was marked as undeliverable, because of an event of the provider. */
    PATIENT_MARKED,
    /** An event of the provider was counted; events of its kind change nothing. */
    MAIL_EVENT_COUNTED,
    /** An event of the provider was counted; its e-mail does not name a patient of this service. */
    MAIL_EVENT_WITHOUT_PATIENT,
    /** An event of the provider came too late: the patient was registered anew or erased after the e-mail was sent. */
    MAIL_EVENT_OUTDATED,

    /** Reconciliation has checked every date. */
    RECONCILED,
    /** The index of e-mail addresses was rebuilt. */
    REBUILT,
    /** A long run continues with another message. */
    CONTINUED;

    /** The effect of a change of an appointment. */
    public static Effect of(AppointmentAction action) {
        return switch (action) {
            case BOOK -> BOOKED;
            case RESCHEDULE -> RESCHEDULED;
            case CONFIRM -> CONFIRMED;
            case COMPLETE -> COMPLETED;
            case CANCEL -> CANCELLED;
        };
    }

    /** The effect of closing a reminder in the given state, when the reminder's own message closes it. */
    public static Effect of(ReminderState closed) {
        return switch (closed) {
            case SENT -> SENT;
            case SKIPPED_TOO_LATE -> SKIPPED_TOO_LATE;
            case SKIPPED_QUIET_HOURS -> SKIPPED_QUIET_HOURS;
            case SKIPPED_OPTED_OUT -> SKIPPED_OPTED_OUT;
            case SKIPPED_NO_ADDRESS -> SKIPPED_NO_ADDRESS;
            case SKIPPED_UNDELIVERABLE -> SKIPPED_UNDELIVERABLE;
            case SCHEDULED, SKIPPED_CANCELLED, SKIPPED_RESCHEDULED, SKIPPED_COMPLETED ->
                throw new IllegalArgumentException("the message of a reminder never leaves it " + closed);
        };
    }
}
