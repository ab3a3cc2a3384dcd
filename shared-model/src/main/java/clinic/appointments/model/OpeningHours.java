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
 * The opening hours: the times at which a kind of resource can be booked, by day of the week, in the clinic's zone.
 *
 * @param spans empty means always open; otherwise a day without an entry is closed
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> spans) {

    public static final OpeningHours ALWAYS = new OpeningHours(Map.of());

    /** The rule for the written form, to follow the name of a field. */
    public static final String RULE = "must be hours such as MONDAY:08:00-12:00,13:00-17:00/TUESDAY:08:00-12:00";

    /**
     * A span: a part of a day.
     *
     * @param to exclusive; midnight is the end of the day
     */
    public record Span(LocalTime from, LocalTime to) {

        public Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("opening hours must end after they begin");
            }
        }

        /** Reads the text that {@link #toString()} makes. */
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
     * Reads the text that {@link #toString()} makes.
     *
     * @throws RuntimeException when the text is not in this form
     */
    public static OpeningHours of(String written) {
        return new OpeningHours(Arrays.stream(written.split("/")).map(day -> day.split(":", 2))
                .collect(Collectors.toMap(day -> DayOfWeek.valueOf(day[0]),
                        day -> Arrays.stream(day[1].split(",")).map(Span::of).toList())));
    }

    /** The written form, such as {@code MONDAY:08:00-12:00,13:00-17:00/TUESDAY:08:00-12:00}. */
    @Override
    public String toString() {
        return spans.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(day -> day.getKey() + ":"
                        + day.getValue().stream().map(Span::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("/"));
    }

    /** The open intervals of a local date, in order; the whole day when always open. Adjacent spans count as one. */
    public List<Interval> on(LocalDate date, ZoneId zone) {
        return Interval.joined(spansOf(date).flatMap(span -> span.on(date, zone)).toList());
    }

    private Stream<Span> spansOf(LocalDate date) {
        return spans.isEmpty()
                ? Stream.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                : spans.getOrDefault(date.getDayOfWeek(), List.of()).stream();
    }
}
