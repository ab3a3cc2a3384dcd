package clinic.appointments.local.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Times as the page writes them, in UTC. */
public final class Times {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("d MMM HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter PRECISE = DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss.SSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Times() {
    }

    /** A moment to the second, such as {@code Mon 30 Nov 14:00:00}. */
    public static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** A moment to the minute. */
    public static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** A date, such as {@code Mon 30 Nov 2026}. */
    public static String date(LocalDate date) {
        return DATE.format(date);
    }

    /** A time of day to the millisecond. */
    public static String clock(Instant at) {
        return CLOCK.format(at);
    }

    /** A moment to the millisecond. */
    public static String precise(Instant at) {
        return PRECISE.format(at);
    }

    /** A length of time in its two largest units, such as {@code 1 d 3 h}. */
    public static String text(Duration length) {
        if (length.abs().compareTo(Duration.ofSeconds(1)) < 0) {
            return length.toMillis() + " ms";
        }
        if (length.compareTo(Duration.ofSeconds(10)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        return Stream.of(part(length.toDays(), "d"), part(length.toHoursPart(), "h"),
                part(length.toMinutesPart(), "min"), part(length.toSecondsPart(), "s")).filter(text -> !text.isEmpty())
                .limit(2).collect(Collectors.joining(" "));
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + " " + unit;
    }
}
