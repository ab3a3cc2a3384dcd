package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderState;

/**
 * The reminder leases: the guard of an effect that no condition in the database can guard, an e-mail. A lease is part
 * of the reminder, so that one write acquires it and reads the appointment.
 */
public interface ReminderLeases {

    /**
     * Acquires the lease of an open reminder for a new attempt. The attempt ends with
     * {@link Appointments#update(Appointment, clinic.appointments.model.Reminder)}.
     *
     * @param atMost time after which the attempt counts as given up, and another can acquire the lease
     */
    Acquisition acquire(AppointmentId appointment, ReminderKey reminder, Duration atMost);

    /** The result of {@link #acquire}. */
    sealed interface Acquisition {

        /**
         * The lease belongs to the caller: it is to send the reminder.
         *
         * @param appointment with the lease in its reminder
         */
        record Acquired(Appointment appointment) implements Acquisition {
        }

        /** The lease belongs to another attempt, which may have crashed; it can be acquired after that instant. */
        record Held(Instant until) implements Acquisition {
        }

        /**
         * The reminder is closed, or the appointment has no such reminder.
         *
         * @param state the state in which the reminder is; empty when there is none
         */
        record NotOpen(Optional<ReminderState> state) implements Acquisition {
        }

        /** There is no such appointment. */
        record NoAppointment() implements Acquisition {
        }
    }
}
