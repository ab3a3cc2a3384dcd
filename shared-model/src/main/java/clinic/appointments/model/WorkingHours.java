package clinic.appointments.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The working hours: the times at which one resource can be booked. Each period has its own weekly hours; a date
 * outside of all periods is closed.
 *
 * @param periods in the order of their dates, without a common date
 * @param zone zone of the periods' dates and of their weekly hours
 */
public record WorkingHours(List<Period> periods, ZoneId zone) {

    /**
     * A period: the dates on which weekly hours are valid.
     *
     * @param first first date; empty when they always were
     * @param last last date, included; empty when they stay
     */
    public record Period(Optional<LocalDate> first, Optional<LocalDate> last, OpeningHours weekly) {

        /** Whether the weekly hours are valid on the date. */
        public boolean includes(LocalDate date) {
            return first.stream().noneMatch(date::isBefore) && last.stream().noneMatch(date::isAfter);
        }

        boolean isInOrder() {
            return first.stream().noneMatch(start -> last.filter(start::isAfter).isPresent());
        }

        private boolean endsBefore(Period next) {
            return last.isPresent() && next.first.filter(last.get()::isBefore).isPresent();
        }
    }

    private static final Comparator<Period> BY_DATE = Comparator
            .comparing(period -> period.first.orElse(LocalDate.MIN));

    public WorkingHours {
        periods = inOrder(periods);
    }

    /** The same hours in every week. */
    static WorkingHours weekly(OpeningHours hours, ZoneId zone) {
        return new WorkingHours(List.of(new Period(Optional.empty(), Optional.empty(), hours)), zone);
    }

    /** Whether no date is in two of the periods. */
    static boolean areApart(List<Period> periods) {
        List<Period> sorted = inOrder(periods);
        return IntStream.range(1, sorted.size()).allMatch(next -> sorted.get(next - 1).endsBefore(sorted.get(next)));
    }

    private static List<Period> inOrder(List<Period> periods) {
        return periods.stream().sorted(BY_DATE).toList();
    }

    /** Whether the interval lies within the hours; adjacent spans count as one. */
    public boolean admit(Interval wanted) {
        return during(wanted).stream().anyMatch(open -> open.contains(wanted));
    }

    /** The open intervals of a local date, in order. Adjacent spans count as one. */
    public List<Interval> on(LocalDate date) {
        return periods.stream().filter(period -> period.includes(date)).findFirst()
                .map(period -> period.weekly.on(date, zone)).orElse(List.of());
    }

    /**
     * The open intervals of the local dates that the interval touches, in order. Adjacent spans count as one, also
     * across midnight.
     */
    public List<Interval> during(Interval interval) {
        return Interval.joined(datesOf(interval).flatMap(date -> on(date).stream()).toList());
    }

    /** The local dates that the interval touches. */
    Stream<LocalDate> datesOf(Interval interval) {
        return LocalDate.ofInstant(interval.start(), zone)
                .datesUntil(LocalDate.ofInstant(interval.end(), zone).plusDays(1));
    }
}
