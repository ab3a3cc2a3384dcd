package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When an appointment is reminded of: at fixed distances before its start.
 *
 * @param offsets
 *            positive, all different
 */
public record ReminderPlan(List<Duration> offsets) {

    public ReminderPlan {
        offsets = List.copyOf(offsets);
        if (offsets.stream().anyMatch(offset -> !offset.isPositive())) {
            throw new IllegalArgumentException("reminder offsets must be positive");
        }
        if (offsets.stream().distinct().count() < offsets.size()) {
            throw new IllegalArgumentException("reminder offsets must differ");
        }
    }

    /** One reminder an offset; what is past already is skipped from the start. */
    public List<Reminder> remindersOf(long scheduleVersion, Instant startAt, Instant now) {
        return offsets.stream().map(offset -> new ReminderKey(scheduleVersion, offset))
                .map(key -> plan(key, startAt.minus(key.offset()), now)).toList();
    }

    private static Reminder plan(ReminderKey key, Instant dueAt, Instant now) {
        ReminderState state = dueAt.isBefore(now) ? ReminderState.SKIPPED_TOO_LATE : ReminderState.SCHEDULED;
        return new Reminder(key, dueAt, state, now);
    }
}
