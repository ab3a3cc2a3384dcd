package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** A reminder kind: the occasion of a reminder, from which its due time follows. */
public sealed interface ReminderKind {

    /** The longest {@link #window()}. */
    Duration SPREAD = Duration.ofMinutes(15);
    /** Reminders due closer to the start than this are sent on the minute. */
    Duration LONG_BEFORE = Duration.ofHours(1);

    /** A reminder at a fixed duration before the start, such as {@code PT24H}. */
    record Before(Duration distance) implements ReminderKind {

        public Before {
            if (!distance.isPositive()) {
                throw new IllegalArgumentException("a reminder must be due before the start");
            }
        }

        @Override
        public String toString() {
            return distance.toString();
        }
    }

    /**
     * A reminder at the same wall-clock time some days before, such as {@code P1D}: 23 or 25 hours before the start
     * when the clocks change in between. A due time that clocks skip is shifted by the length of the gap; of one that
     * occurs twice the first counts.
     */
    record DaysBefore(int days) implements ReminderKind {

        public DaysBefore {
            if (days < 1) {
                throw new IllegalArgumentException("a reminder must be due before the start");
            }
        }

        @Override
        public String toString() {
            return Period.ofDays(days).toString();
        }
    }

    /** A notice: a reminder kind for a change of the appointment, due as soon as the change is made. */
    enum Notice implements ReminderKind {
        CONFIRMATION, RESCHEDULE, UPDATE, CANCELLATION
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when the text is not in this form
     */
    static ReminderKind of(String written) {
        return Arrays.stream(Notice.values()).filter(notice -> notice.name().equals(written)).findFirst()
                .<ReminderKind>map(notice -> notice).orElseGet(() -> offset(written));
    }

    /**
     * Reads a duration before the start.
     *
     * @throws IllegalArgumentException when the text is not in this form
     */
    static ReminderKind offset(String written) {
        try {
            return written.contains("T") ? new Before(Duration.parse(written)) : new DaysBefore(days(written));
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("a reminder is written as PT24H or P1D");
        }
    }

    private static int days(String written) {
        Period period = Period.parse(written);
        return period.toTotalMonths() == 0 ? Math.toIntExact(period.get(ChronoUnit.DAYS)) : 0;
    }

    /**
     * The window after the due time in which the reminder may be sent, on purpose: it spreads the reminders of all
     * appointments that start at the same time. Whole minutes.
     */
    default Duration window() {
        return switch (this) {
            case Before(var distance) -> distance.compareTo(LONG_BEFORE) > 0 ? SPREAD : Duration.ZERO;
            case DaysBefore _ -> SPREAD;
            case Notice _ -> Duration.ZERO;
        };
    }

    /** The due time for an appointment in the given slot. */
    default Instant dueAt(TimeSlot slot, Instant now) {
        return switch (this) {
            case Before(var distance) -> slot.interval().start().minus(distance);
            case DaysBefore(var days) ->
                ZonedDateTime.of(LocalDateTime.of(slot.date().minusDays(days), slot.start()), slot.zone()).toInstant();
            case Notice _ -> now;
        };
    }
}
