package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * When a resource can be booked on a day: slots that begin with its opening hours and follow each other by a step.
 *
 * @param now
 *            for notice and horizon
 */
public record FreeSlots(ResourceId resource, BookingTerms terms, Instant now) {

    /**
     * What is looked for.
     *
     * @param date
     *            local to {@code zone}
     * @param length
     *            of a slot, positive
     * @param step
     *            from the start of one slot to that of the next, positive
     */
    public record Wanted(LocalDate date, ZoneId zone, Duration length, Duration step) {

        Interval day() {
            return Interval.ofDay(date, zone);
        }
    }

    /** The calendar days that decide. */
    public List<CalendarId> days(Wanted wanted) {
        Interval claimed = buffer().around(wanted.day());
        return new Claim(new CalendarOwner.OfResource(resource), claimed).days().toList();
    }

    /**
     * The slots, in order.
     *
     * @param days
     *            those of {@link #days}
     */
    public List<TimeSlot> among(List<CalendarDay> days, Wanted wanted) {
        LocalDate date = wanted.date();
        return date.minusDays(1).datesUntil(date.plusDays(2))
                .flatMap(open -> terms.of(resource).hours().on(open, terms.zone()).stream())
                .flatMap(open -> candidates(open, wanted)).filter(isBookable(days, wanted)).distinct()
                .map(interval -> slot(interval, wanted.zone())).filter(slot -> slot.date().equals(date)).toList();
    }

    private static Stream<Interval> candidates(Interval open, Wanted wanted) {
        return Stream
                .iterate(open.start(), start -> !start.plus(wanted.length()).isAfter(open.end()),
                        start -> start.plus(wanted.step()))
                .map(start -> new Interval(start, start.plus(wanted.length())));
    }

    private Predicate<Interval> isBookable(List<CalendarDay> days, Wanted wanted) {
        return candidate -> wanted.day().contains(candidate) && isInTime(candidate.start())
                && isAllowed(wanted.length())
                && isWritable(candidate, wanted.zone()) && days.stream().allMatch(
                        day -> day.mostAtOnce(buffer().around(candidate)) < terms.of(resource).capacity());
    }

    private boolean isInTime(Instant start) {
        BookingTerms.Limits limits = terms.limits();
        return start.isAfter(now) && !start.isBefore(now.plus(limits.minimumNotice()))
                && !start.isAfter(now.plus(limits.horizon()));
    }

    private boolean isAllowed(Duration length) {
        return length.compareTo(terms.limits().shortest()) >= 0 && length.compareTo(terms.limits().longest()) <= 0;
    }

    /** A booking is written in local times of one date: not over midnight, and not in the second of two like hours. */
    private static boolean isWritable(Interval candidate, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(candidate.start(), zone);
        LocalDateTime end = LocalDateTime.ofInstant(candidate.end(), zone);
        return start.toLocalDate().equals(end.toLocalDate()) && start.isBefore(end)
                && slot(candidate, zone).interval().equals(candidate);
    }

    private static TimeSlot slot(Interval interval, ZoneId zone) {
        LocalDateTime start = LocalDateTime.ofInstant(interval.start(), zone);
        LocalDateTime end = LocalDateTime.ofInstant(interval.end(), zone);
        return new TimeSlot(start.toLocalDate(), start.toLocalTime(), end.toLocalTime(), zone);
    }

    private Buffer buffer() {
        return terms.of(resource).buffer();
    }
}
