package clinic.appointments.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a kind of resource can be booked, by day of the week, in the clinic's zone.
 *
 * @param spans none at all means always; a day that is not named is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> spans) {

    public static final OpeningHours ALWAYS = new OpeningHours(Map.of());

    /** Rule of the written form, behind the name of a field. */
    static final String RULE = "must be hours such as MONDAY:08:00-12:00,13:00-17:00/TUESDAY:08:00-12:00";

    /**
     * A part of a day.
     *
     * @param to exclusive; midnight is the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {

        public Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("opening hours must end after they begin");
            }
        }

        /** Reads {@link #toString()}. */
        static Span of(String written) {
            String[] ends = written.split("-", 2);
            return new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }

        private Stream<Interval> on(LocalDate date, ZoneId zone) {
            LocalDate last = to.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
            ZonedDateTime start = ZonedDateTime.of(date, from, zone);
            ZonedDateTime end = ZonedDateTime.of(last, to, zone);
            return start.isBefore(end)
                    ? Stream.of(new Interval(start.toInstant(), end.toInstant()))
                    : Stream.empty();
        }
    }

    public OpeningHours {
        spans = spans.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }

    /**
     * Reads {@link #toString()}.
     *
     * @throws RuntimeException when it is none
     */
    static OpeningHours of(String written) {
        return new OpeningHours(Arrays.stream(written.split("/")).map(day -> day.split(":", 2))
                .collect(Collectors.toMap(day -> DayOfWeek.valueOf(day[0]),
                        day -> Arrays.stream(day[1].split(",")).map(Span::of).toList())));
    }

    /** Such as {@code MONDAY:08:00-12:00,13:00-17:00/TUESDAY:08:00-12:00}. */
    @Override
    public String toString() {
        return spans.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(day -> day.getKey() + ":"
                        + day.getValue().stream().map(Span::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("/"));
    }

    /** Whether an appointment in that interval lies within the opening hours; spans that meet are one. */
    public boolean admit(Interval wanted, ZoneId zone) {
        return spans.isEmpty() || during(wanted, zone).stream().anyMatch(open -> open.contains(wanted));
    }

    /** When it is open on a local date, in order; the whole day when it is open always. Spans that meet are one. */
    public List<Interval> on(LocalDate date, ZoneId zone) {
        return Interval.joined(spansOf(date).flatMap(span -> span.on(date, zone)).toList());
    }

    /**
     * When it is open on the local dates that the interval touches, in order. Spans that meet are one, also at
     * midnight.
     */
    public List<Interval> during(Interval interval, ZoneId zone) {
        return Interval.joined(datesOf(interval, zone).flatMap(date -> on(date, zone).stream()).toList());
    }

    private Stream<Span> spansOf(LocalDate date) {
        return spans.isEmpty()
                ? Stream.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                : spans.getOrDefault(date.getDayOfWeek(), List.of()).stream();
    }

    /** The local dates that the interval touches. */
    static Stream<LocalDate> datesOf(Interval interval, ZoneId zone) {
        return LocalDate.ofInstant(interval.start(), zone)
                .datesUntil(LocalDate.ofInstant(interval.end(), zone).plusDays(1));
    }
}
