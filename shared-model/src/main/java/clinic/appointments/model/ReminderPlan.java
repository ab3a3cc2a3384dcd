package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a patient hears of an appointment, and when.
 *
 * @param offsets
 *            when to remind, all different
 * @param quiet
 *            when not to remind; a notice of a change comes at any time
 * @param notices
 *            whether to tell of confirmations, moves and cancellations
 */
public record ReminderPlan(List<ReminderKind> offsets, Optional<QuietHours> quiet, boolean notices) {

    /** What is to come before the quiet hours must not be late: delivery may take as long. */
    private static final Duration AHEAD = Duration.ofMinutes(30);

    public ReminderPlan {
        offsets = List.copyOf(offsets);
        if (offsets.stream().anyMatch(ReminderKind.Notice.class::isInstance)) {
            throw new IllegalArgumentException("reminder offsets must be distances before the start");
        }
        if (offsets.stream().distinct().count() < offsets.size()) {
            throw new IllegalArgumentException("reminder offsets must differ");
        }
    }

    /**
     * A notice of the change and one reminder an offset; what is past already is skipped from the start.
     *
     * @param version
     *            of the appointment after the change
     * @param reader
     *            the patient's zone
     */
    public List<Reminder> after(ReminderKind.Notice change, long version, TimeSlot slot, ZoneId reader, Instant now) {
        return Stream.concat(notice(change, version, now).stream(), offsets.stream()
                .map(offset -> planned(new ReminderKey(version, offset), offset.dueAt(slot, now), slot, reader, now)))
                .toList();
    }

    /** A notice of the change, if this plan has notices. */
    public List<Reminder> notice(ReminderKind.Notice change, long version, Instant now) {
        return notices
                ? List.of(new Reminder(new ReminderKey(version, change), now, ReminderState.SCHEDULED, now))
                : List.of();
    }

    private Reminder planned(ReminderKey key, Instant dueAt, TimeSlot slot, ZoneId reader, Instant now) {
        if (dueAt.isBefore(now)) {
            return new Reminder(key, dueAt, ReminderState.SKIPPED_TOO_LATE, now);
        }
        Optional<Interval> silence = quiet.flatMap(hours -> hours.around(dueAt, reader));
        Optional<Instant> audible = silence.isEmpty()
                ? Optional.of(dueAt)
                : silence.flatMap(interval -> beside(interval, slot.interval().start(), now));
        return audible.map(at -> new Reminder(key, at, ReminderState.SCHEDULED, now))
                .orElseGet(() -> new Reminder(key, dueAt, ReminderState.SKIPPED_QUIET_HOURS, now));
    }

    /** After the quiet hours when the appointment has not begun then, else before them when there is time. */
    private static Optional<Instant> beside(Interval quiet, Instant start, Instant now) {
        if (quiet.end().isBefore(start)) {
            return Optional.of(quiet.end());
        }
        return Optional.of(quiet.start().minus(AHEAD)).filter(before -> !before.isBefore(now));
    }
}
