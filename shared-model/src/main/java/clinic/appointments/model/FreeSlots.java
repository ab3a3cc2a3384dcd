package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The free slots of a resource on a day: bookable times that begin with the opening hours and follow each other by a
 * fixed step.
 *
 * @param now the time from which notice and horizon count
 */
public record FreeSlots(ResourceId resource, BookingTerms terms, Instant now) {

    /**
     * The search criteria for free slots.
     *
     * @param date local date in {@code zone}
     * @param length length of a slot, positive
     * @param step from the start of a slot to that of the next, positive
     */
    public record Wanted(LocalDate date, ZoneId zone, Duration length, Duration step) {

        Interval day() {
            return Interval.ofDay(date, zone);
        }
    }

    /** The calendar days that the search needs. */
    public List<CalendarId> days(Wanted wanted) {
        Interval claimed = buffer().around(wanted.day());
        return new Claim(new CalendarOwner.OfResource(resource), claimed).days().toList();
    }

    /**
     * The slots, in order.
     *
     * @param days those of {@link #days}
     */
    public List<TimeSlot> among(List<CalendarDay> days, Wanted wanted) {
        if (terms.resources().isRetired(resource) || terms.resources().lacks(resource)) {
            return List.of();
        }
        Predicate<Interval> isFree = isFree(days);
        List<Interval> open = hours().during(wanted.day());
        return hours().datesOf(wanted.day()).flatMap(date -> hours().on(date).stream())
                .flatMap(span -> candidates(span, wanted)).distinct()
                .filter(candidate -> open.stream().anyMatch(hours -> hours.contains(candidate)))
                .filter(isBookable(wanted)).filter(isFree).sorted(Comparator.comparing(Interval::start))
                .flatMap(candidate -> TimeSlot.written(candidate, wanted.date(), wanted.zone()).stream()).toList();
    }

    /** Slots may extend into the next span when it begins where this one ends. */
    private static Stream<Interval> candidates(Interval span, Wanted wanted) {
        return Stream.iterate(span.start(), start -> start.isBefore(span.end()), start -> start.plus(wanted.step()))
                .map(start -> new Interval(start, start.plus(wanted.length())));
    }

    private Predicate<Interval> isBookable(Wanted wanted) {
        return candidate -> wanted.day().contains(candidate) && isInTime(candidate.start())
                && isAllowed(wanted.length());
    }

    /** A claim that reaches into the next UTC date is stored in both of its days, and counts once. */
    private Predicate<Interval> isFree(List<CalendarDay> days) {
        List<Interval> claims = days.stream().flatMap(day -> day.busy().stream()).distinct()
                .map(CalendarDay.Busy::interval).toList();
        Occupancy full = Occupancy.of(claims).atLeast(terms.of(resource).capacity());
        Occupancy unwritable = Occupancy.of(days.stream().filter(CalendarDay::isFull)
                .map(day -> Interval.ofDay(day.id().date(), ZoneOffset.UTC)).toList());
        return candidate -> days.stream().allMatch(day -> day.blocksWithin(candidate).findFirst().isEmpty())
                && Stream.of(full, unwritable).allMatch(taken -> taken.mostIn(buffer().around(candidate)) == 0);
    }

    private WorkingHours hours() {
        return terms.of(resource).hours();
    }

    private boolean isInTime(Instant start) {
        BookingTerms.Limits limits = terms.limits();
        return start.isAfter(now) && !start.isBefore(now.plus(limits.minimumNotice()))
                && !start.isAfter(now.plus(limits.horizon()));
    }

    private boolean isAllowed(Duration length) {
        return length.compareTo(terms.limits().shortest()) >= 0 && length.compareTo(terms.limits().longest()) <= 0;
    }

    private Buffer buffer() {
        return terms.of(resource).buffer();
    }
}
