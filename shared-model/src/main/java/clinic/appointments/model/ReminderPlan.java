package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reminder plan: the rules for which notifications a patient gets about an appointment, and when.
 *
 * @param offsets times of the reminders before the start, all different
 * @param quiet hours without reminders; a notice of a change comes at any time
 * @param notices whether the patient is notified of confirmations, moves and cancellations
 */
public record ReminderPlan(List<ReminderKind> offsets, Optional<QuietHours> quiet, boolean notices) {

    /**
     * A reminder moved ahead of the quiet hours must arrive before them: its delivery may take this long, window
     * included.
     */
    private static final Duration AHEAD = Duration.ofMinutes(30);
    /** The longest normal delivery time, without the window. */
    private static final Duration ON_THE_WAY = Duration.ofMinutes(5);

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
     * A notice of the change and one reminder per offset; a reminder whose time is past is skipped from the start.
     *
     * @param version version of the appointment after the change
     * @param reader the patient's zone
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
        return audible(new Candidate(key.kind(), dueAt, slot.interval().start()), reader, now)
                .map(at -> new Reminder(key, at, ReminderState.SCHEDULED, now))
                .orElseGet(() -> new Reminder(key, dueAt, ReminderState.SKIPPED_QUIET_HOURS, now));
    }

    /**
     * The time of sending that keeps a reminder, however late in its window, outside of the quiet hours and before the
     * start.
     */
    private Optional<Instant> audible(Candidate wanted, ZoneId reader, Instant now) {
        return quiet.flatMap(hours -> hours.around(wanted.dueAt(), reader)
                .or(() -> hours.around(wanted.lastAt(wanted.dueAt()), reader)))
                .map(silence -> beside(silence, wanted, now)).orElseGet(() -> Optional.of(wanted.dueAt()));
    }

    /** A reminder due in the quiet hours comes after them; one due just before them comes a little earlier. */
    private static Optional<Instant> beside(Interval quiet, Candidate wanted, Instant now) {
        Optional<Instant> behind = Optional.of(quiet.end()).filter(at -> wanted.lastAt(at).isBefore(wanted.start()));
        Optional<Instant> before = Stream.of(quiet.start().minus(AHEAD), now).max(Comparator.naturalOrder())
                .filter(at -> !wanted.lastAt(at).isAfter(quiet.start()));
        return quiet.contains(wanted.dueAt()) ? behind.or(() -> before) : before.or(() -> behind);
    }

    /** A reminder under consideration and the start of its appointment. */
    private record Candidate(ReminderKind kind, Instant dueAt, Instant start) {

        /** The latest arrival of a reminder sent at the given time. */
        Instant lastAt(Instant sent) {
            return sent.plus(kind.window()).plus(ON_THE_WAY);
        }
    }
}
