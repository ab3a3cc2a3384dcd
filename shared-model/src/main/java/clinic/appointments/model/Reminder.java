package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A reminder: a planned notification about an appointment, with its due time and state.
 *
 * @param dueAt when to send it
 * @param changedAt when it entered its state
 * @param code the cause of {@link ReminderState#SKIPPED_UNDELIVERABLE}; empty in every other state
 * @param lease the lease of the latest attempt to send it; empty when no attempt was begun, or the latest has ended
 */
public record Reminder(ReminderKey key, Instant dueAt, ReminderState state, Instant changedAt,
        Optional<UndeliverableCode> code, Optional<ReminderLease> lease) {

    /** A reminder that nobody is sending. */
    public Reminder(ReminderKey key, Instant dueAt, ReminderState state, Instant changedAt) {
        this(key, dueAt, state, changedAt, Optional.empty(), Optional.empty());
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    /** The reminder while an attempt sends it. */
    public Reminder leasedTo(ReminderLease attempt) {
        return new Reminder(key, dueAt, state, changedAt, code, Optional.of(attempt));
    }

    /** The reminder in another state, and the end of its lease. */
    public Reminder in(ReminderState next, Instant now) {
        return new Reminder(key, dueAt, next, now);
    }

    /** The reminder, closed because it can never be sent. */
    public Reminder undeliverable(UndeliverableCode why, Instant now) {
        return new Reminder(key, dueAt, ReminderState.SKIPPED_UNDELIVERABLE, now, Optional.of(why),
                Optional.empty());
    }

    /** The reminder with a later due time, and the end of its lease; until that time it is not overdue. */
    public Reminder dueAt(Instant later, Instant now) {
        return new Reminder(key, later, state, now);
    }
}
