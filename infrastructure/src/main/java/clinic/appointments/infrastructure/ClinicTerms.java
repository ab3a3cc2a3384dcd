package clinic.appointments.infrastructure;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.BookingTerms.Limits;
import clinic.appointments.model.Buffer;
import clinic.appointments.model.OpeningHours;
import clinic.appointments.model.ResourceTerms;

/** What a clinic's stages allow: the rules to change first when the service is put to work somewhere. */
final class ClinicTerms {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    private ClinicTerms() {
    }

    /** For trying things out: two months ahead, and what has ended is forgotten soon. */
    static BookingTerms trying() {
        return terms(60, Optional.empty(), Duration.ofDays(90));
    }

    /** Somebody at the clinic confirms each request within four hours. */
    static BookingTerms confirmedByHand() {
        return terms(366, Optional.of(Duration.ofHours(4)), Duration.ofDays(90));
    }

    /** Requests are confirmed at once, records kept for ten years. */
    static BookingTerms serving() {
        return terms(366, Optional.empty(), TEN_YEARS);
    }

    private static BookingTerms terms(int daysAhead, Optional<Duration> hold, Duration retention) {
        var limits = new Limits(Duration.ofMinutes(30), Duration.ofDays(daysAhead), Duration.ofMinutes(5),
                Duration.ofHours(12), Duration.ofHours(1));
        return new BookingTerms(limits, hold, BERLIN, retention, kinds());
    }

    private static Map<String, ResourceTerms> kinds() {
        Map<String, ResourceTerms> kinds = new TreeMap<>();
        kinds.put("group", new ResourceTerms(8, Buffer.NONE, OpeningHours.ALWAYS, Optional.empty()));
        kinds.put("desk", new ResourceTerms(1, Buffer.NONE, officeHours(), Optional.empty()));
        kinds.put("theatre", new ResourceTerms(1, new Buffer(Duration.ofMinutes(15), Duration.ofMinutes(30)),
                OpeningHours.ALWAYS, Optional.of(Duration.ofHours(2))));
        return kinds;
    }

    private static OpeningHours officeHours() {
        var day = List.of(span("08:00", "12:00"), span("13:00", "17:00"));
        return new OpeningHours(Stream.of(DayOfWeek.values()).filter(weekday -> weekday.getValue() <= 5)
                .collect(Collectors.toMap(weekday -> weekday, _ -> day)));
    }

    private static OpeningHours.Span span(String from, String to) {
        return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
