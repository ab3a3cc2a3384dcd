package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An interval: a stretch of time that includes its start and excludes its end. */
public record Interval(Instant start, Instant end) {

    public Interval {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("an interval must end after its start");
        }
    }

    /** Whether the date occurs: a zone that crosses the date line skips one. */
    public static boolean isDay(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).isBefore(date.plusDays(1).atStartOfDay(zone));
    }

    /** A local date at its full length, which is 23 or 25 hours when clocks change. The date must occur. */
    public static Interval ofDay(LocalDate date, ZoneId zone) {
        return new Interval(date.atStartOfDay(zone).toInstant(), date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The intervals in order, with adjacent and overlapping ones merged. */
    static List<Interval> joined(List<Interval> intervals) {
        Deque<Interval> joined = new ArrayDeque<>();
        intervals.stream().sorted(Comparator.comparing(Interval::start)).forEach(next -> {
            boolean apart = joined.isEmpty() || joined.getLast().end.isBefore(next.start);
            joined.addLast(apart ? next : joined.removeLast().upTo(next.end));
        });
        return List.copyOf(joined);
    }

    private Interval upTo(Instant other) {
        return new Interval(start, end.isBefore(other) ? other : end);
    }

    /** Whether both share an instant; adjacent intervals do not. */
    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public boolean contains(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /** The part that both share; empty when they share none. */
    Optional<Interval> within(Interval other) {
        return overlaps(other)
                ? Optional.of(new Interval(start.isBefore(other.start) ? other.start : start,
                        end.isAfter(other.end) ? other.end : end))
                : Optional.empty();
    }

    public Duration length() {
        return Duration.between(start, end);
    }

    /** The UTC dates that the interval touches, in order. */
    public List<LocalDate> utcDates() {
        return dateOf(start).datesUntil(dateOf(end.minusNanos(1)).plusDays(1)).toList();
    }

    private static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
