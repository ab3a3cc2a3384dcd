package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/** What a message to a patient is about, and when it is due. */
public sealed interface ReminderKind {

    /** The longest {@link #window()}. */
    Duration SPREAD = Duration.ofMinutes(15);
    /** What is nearer to the start than that comes on the minute. */
    Duration LONG_BEFORE = Duration.ofHours(1);

    /** A fixed distance before the start, such as {@code PT24H}. */
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
     * The same time by the wall clock some days before, such as {@code P1D}: 23 or 25 hours before the start when the
     * clocks change in between. Where that time is skipped it is due later by the length of the gap, where it occurs
     * twice at its first occurrence.
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

    /** Tells of a change, as soon as it is made. */
    enum Notice implements ReminderKind {
        CONFIRMATION, RESCHEDULE, UPDATE, CANCELLATION
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException when it is none
     */
    static ReminderKind of(String written) {
        return Arrays.stream(Notice.values()).filter(notice -> notice.name().equals(written)).findFirst()
                .<ReminderKind>map(notice -> notice).orElseGet(() -> offset(written));
    }

    /**
     * Reads a distance before the start.
     *
     * @throws IllegalArgumentException when it is none
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
     * How much later than it is due it may be sent, on purpose: every appointment at nine is reminded of at the same
     * time, and spread over that long. Whole minutes.
     */
    default Duration window() {
        return switch (this) {
            case Before(var distance) -> distance.compareTo(LONG_BEFORE) > 0 ? SPREAD : Duration.ZERO;
            case DaysBefore _ -> SPREAD;
            case Notice _ -> Duration.ZERO;
        };
    }

    /** When it is due for an appointment at that time. */
    default Instant dueAt(TimeSlot slot, Instant now) {
        return switch (this) {
            case Before(var distance) -> slot.interval().start().minus(distance);
            case DaysBefore(var days) ->
                ZonedDateTime.of(LocalDateTime.of(slot.date().minusDays(days), slot.start()), slot.zone()).toInstant();
            case Notice _ -> now;
        };
    }
}
