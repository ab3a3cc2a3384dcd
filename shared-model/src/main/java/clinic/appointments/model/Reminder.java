package clinic.appointments.model;

import java.time.Instant;

/**
 * One reminder of an appointment.
 *
 * @param dueAt
 *            when it is to be sent
 * @param changedAt
 *            when it came into its state
 */
public record Reminder(ReminderKey key, Instant dueAt, ReminderState state, Instant changedAt) {

    public boolean isOpen() {
        return state.isOpen();
    }

    public Reminder in(ReminderState next, Instant now) {
        return new Reminder(key, dueAt, next, now);
    }
}
