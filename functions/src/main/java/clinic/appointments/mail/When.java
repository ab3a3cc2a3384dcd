package clinic.appointments.mail;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import clinic.appointments.model.Interval;

/** A stretch of time as people in a zone say it, with the zone's name; what both ends have in common is said once. */
record When(ZonedDateTime start, ZonedDateTime end, Locale locale) {

    static When of(Interval interval, ZoneId zone, Locale locale) {
        return new When(interval.start().atZone(zone), interval.end().atZone(zone), locale);
    }

    String date() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).localizedBy(locale).format(start);
    }

    String text() {
        return zone(start).equals(zone(end)) ? whole(start) + " – " + rest() + bracketed(end)
                : whole(start) + bracketed(start) + " – " + rest() + bracketed(end);
    }

    /** Whether clocks show something else in the other zone meanwhile. */
    boolean differsIn(ZoneId other) {
        return !isSame(start, other) || !isSame(end, other);
    }

    private String rest() {
        return start.toLocalDate().equals(end.toLocalDate())
                ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).localizedBy(locale).format(end)
                : whole(end);
    }

    private String whole(ZonedDateTime time) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT).localizedBy(locale)
                .format(time);
    }

    private String bracketed(ZonedDateTime time) {
        return " (" + zone(time) + ")";
    }

    /** Names summer and winter time apart: the night in which clocks go back has some times twice. */
    private String zone(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("zzzz", locale).format(time);
    }

    private static boolean isSame(ZonedDateTime time, ZoneId other) {
        return time.getOffset().equals(other.getRules().getOffset(time.toInstant()));
    }
}
