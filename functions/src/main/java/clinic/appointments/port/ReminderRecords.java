package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;

/** Which reminders have been handed to the provider: an effect that no condition in the database can guard. */
public interface ReminderRecords {

    /**
     * Begins to send a reminder.
     *
     * @param atMost after that long the sending counts as given up, and can be begun again
     */
    Begun begin(AppointmentId appointment, ReminderKey reminder, Duration atMost);

    /** Notes that the provider took the reminder that {@link #begin} has begun here. */
    void complete(AppointmentId appointment, ReminderKey reminder);

    /** What {@link #begin} found. */
    sealed interface Begun {

        /** Nobody is at it: the caller is to send. */
        record Fresh() implements Begun {
        }

        /** It was handed over before. */
        record Done() implements Begun {
        }

        /** Somebody is at it, or was and has crashed; it can be begun again after that instant. */
        record InProgress(Instant until) implements Begun {
        }
    }
}
