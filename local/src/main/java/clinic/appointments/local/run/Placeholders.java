package clinic.appointments.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The placeholders of events: <code>${today}</code> and <code>${today+3}</code> for dates, <code>${date+PT40M}</code>
 * and <code>${time+PT40M}</code> for a time in the near future, in <code>${zone}</code>, and <code>${copy}</code> for
 * the number of a copy.
 */
final class Placeholders {

    static final String COPY = "${copy}";

    private static final Pattern DATE = Pattern.compile("\\$\\{today([+-]\\d{1,3})?}");
    private static final Pattern MOMENT = Pattern
            .compile("\\$\\{(date|time)\\+(PT(?=\\d)(?:\\d{1,3}H)?(?:\\d{1,4}M)?)}");
    private static final Pattern ANY = Pattern.compile("\\$\\{[^}]*}");

    private final LocalDate today;
    private final ZonedDateTime now;

    /**
     * @param zone time zone of the dates
     */
    Placeholders(Instant now, ZoneId zone) {
        this.today = LocalDate.ofInstant(now, zone);
        this.now = now.atZone(farFromMidnight(now));
    }

    /** A zone in which the next hours lie on one date. */
    private static ZoneId farFromMidnight(Instant now) {
        int hour = now.atZone(ZoneOffset.UTC).getHour();
        return hour >= 2 && hour < 18 ? ZoneId.of("UTC") : ZoneId.of("Asia/Tokyo");
    }

    /** Replaces the placeholders for dates and times; everything else stays. */
    String fill(String text) {
        String dated = DATE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(date(match.group(1))));
        return MOMENT.matcher(dated)
                .replaceAll(match -> Matcher.quoteReplacement(moment(match.group(1), Duration.parse(match.group(2)))))
                .replace("${zone}", now.getZone().getId());
    }

    /** The first unknown placeholder in a text whose placeholders have been filled in. */
    static Optional<String> unknown(String filled) {
        return ANY.matcher(filled).results().map(MatchResult::group).filter(found -> !found.equals(COPY)).findFirst();
    }

    private String moment(String part, Duration ahead) {
        ZonedDateTime moment = now.plus(ahead);
        return part.equals("date")
                ? moment.toLocalDate().toString()
                : moment.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private String date(String offset) {
        return today.plusDays(offset == null ? 0 : Integer.parseInt(offset)).toString();
    }
}
