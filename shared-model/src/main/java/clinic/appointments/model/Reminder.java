package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A reminder: a planned notification about an appointment, with its due time and state.
 *
 * @param dueAt when to send it
 * @param changedAt when it entered its state
 * @param code the cause of {@link ReminderState#SKIPPED_UNDELIVERABLE}; empty in every other state
 */
public record Reminder(ReminderKey key, Instant dueAt, ReminderState state, Instant changedAt,
        Optional<UndeliverableCode> code) {

    public Reminder(ReminderKey key, Instant dueAt, ReminderState state, Instant changedAt) {
        this(key, dueAt, state, changedAt, Optional.empty());
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public Reminder in(ReminderState next, Instant now) {
        return new Reminder(key, dueAt, next, now);
    }

    /** The reminder, closed because it can never be sent. */
    public Reminder undeliverable(UndeliverableCode why, Instant now) {
        return new Reminder(key, dueAt, ReminderState.SKIPPED_UNDELIVERABLE, now, Optional.of(why));
    }

    /** The reminder with a later due time; until then it is not overdue. */
    public Reminder dueAt(Instant later, Instant now) {
        return new Reminder(key, later, state, now, code);
    }
}
