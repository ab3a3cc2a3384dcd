package clinic.appointments.model;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/** A date range: consecutive dates, both ends included. {@code last} is not before {@code first}. */
public record DateRange(LocalDate first, LocalDate last) {

    public DateRange {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("dates must not end before they begin");
        }
    }

    public static DateRange only(LocalDate date) {
        return new DateRange(date, date);
    }

    public Stream<LocalDate> each() {
        return first.datesUntil(last.plusDays(1));
    }

    /** The dates at their full length. */
    public Interval in(ZoneId zone) {
        return new Interval(first.atStartOfDay(zone).toInstant(), last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(first) && !date.isAfter(last);
    }
}
