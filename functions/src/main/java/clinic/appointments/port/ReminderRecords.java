package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;

/**
 * The reminder records: the store of reminders already handed to the provider, an effect that no condition in the
 * database can guard.
 */
public interface ReminderRecords {

    /**
     * Begins to send a reminder.
     *
     * @param atMost time after which the sending counts as given up, and can begin again
     */
    Begun begin(AppointmentId appointment, ReminderKey reminder, Duration atMost);

    /** Records that the provider accepted the reminder that {@link #begin} has begun here. */
    void complete(AppointmentId appointment, ReminderKey reminder);

    /** The state of a reminder that {@link #begin} found. */
    sealed interface Begun {

        /** The reminder is not being sent: the caller is to send it. */
        record Fresh() implements Begun {
        }

        /** The reminder was handed over before. */
        record Done() implements Begun {
        }

        /** The reminder is being sent, or its attempt has crashed; it can begin again after that instant. */
        record InProgress(Instant until) implements Begun {
        }
    }
}
