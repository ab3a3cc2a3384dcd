package clinic.appointments.mail;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import clinic.appointments.model.Interval;

/** A time range as people in a zone write it, with the zone's name; parts common to both ends appear once. */
record LocalizedTimeRange(ZonedDateTime start, ZonedDateTime end, Locale locale) {

    static LocalizedTimeRange of(Interval interval, ZoneId zone, Locale locale) {
        return new LocalizedTimeRange(interval.start().atZone(zone), interval.end().atZone(zone),
                locale.stripExtensions());
    }

    String date() {
        return in(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), start).format(start);
    }

    String text() {
        return zone(start).equals(zone(end)) ? whole(start) + " – " + rest() + bracketed(end)
                : whole(start) + bracketed(start) + " – " + rest() + bracketed(end);
    }

    /** Whether clocks in the other zone differ during the range. */
    boolean differsIn(ZoneId other) {
        return !isSame(start, other) || !isSame(end, other);
    }

    private String rest() {
        return start.toLocalDate().equals(end.toLocalDate())
                ? in(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), end).format(end)
                : whole(end);
    }

    private String whole(ZonedDateTime time) {
        return in(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT), time).format(time);
    }

    /** The language's own form, but with the ISO calendar and in the time's own zone, regardless of the locale. */
    private DateTimeFormatter in(DateTimeFormatter form, ZonedDateTime time) {
        return form.localizedBy(locale).withChronology(IsoChronology.INSTANCE).withZone(time.getZone());
    }

    private String bracketed(ZonedDateTime time) {
        return " (" + zone(time) + ")";
    }

    /** The zone's name, which differs in summer and winter: the night in which clocks go back has some times twice. */
    private String zone(ZonedDateTime time) {
        return DateTimeFormatter.ofPattern("zzzz", locale).format(time);
    }

    private static boolean isSame(ZonedDateTime time, ZoneId other) {
        return time.getOffset().equals(other.getRules().getOffset(time.toInstant()));
    }
}
