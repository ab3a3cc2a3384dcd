package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One reminder of an appointment.
 *
 * @param dueAt when it is to be sent
 * @param changedAt when it came into its state
 * @param code why it is {@link ReminderState#SKIPPED_UNDELIVERABLE}; empty in every other state
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

    /** Closed, because it can never be sent. */
    public Reminder undeliverable(UndeliverableCode why, Instant now) {
        return new Reminder(key, dueAt, ReminderState.SKIPPED_UNDELIVERABLE, now, Optional.of(why));
    }

    /** Due later: until then nobody misses it. */
    public Reminder dueAt(Instant later, Instant now) {
        return new Reminder(key, later, state, now, code);
    }
}
