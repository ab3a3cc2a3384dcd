package clinic.appointments.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The quiet hours: the daily hours without reminders, on the patient's clock. They may span midnight. Written
 * {@code 21:00-08:00}.
 *
 * @param to exclusive
 */
public record QuietHours(LocalTime from, LocalTime to) {

    public QuietHours {
        if (from.equals(to)) {
            throw new IllegalArgumentException("quiet hours must not last the whole day");
        }
    }

    /**
     * Reads the text that {@link #toString()} makes.
     *
     * @throws RuntimeException when the text is not in this form
     */
    public static QuietHours of(String written) {
        String[] ends = written.split("-", 2);
        return new QuietHours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
    }

    /** The quiet hours around the instant; empty when it lies outside of them. */
    public Optional<Interval> around(Instant instant, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(instant, zone);
        return Stream.of(today.minusDays(1), today).flatMap(date -> beginningOn(date, zone).stream())
                .filter(quiet -> quiet.contains(instant)).findFirst();
    }

    private Optional<Interval> beginningOn(LocalDate date, ZoneId zone) {
        LocalDate last = from.isBefore(to) ? date : date.plusDays(1);
        Instant start = ZonedDateTime.of(date, from, zone).toInstant();
        Instant end = ZonedDateTime.of(last, to, zone).toInstant();
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    @Override
    public String toString() {
        return from + "-" + to;
    }
}
