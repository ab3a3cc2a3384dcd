package clinic.appointments.infrastructure;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.model.OpeningHours;

/** The booking rules of a clinic: the rules to change first when the service is put to work somewhere. */
final class ClinicTerms {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private ClinicTerms() {
    }

    /** The terms that a stage starts from. */
    static BookingTermsBuilder base() {
        return new BookingTermsBuilder().zone(BERLIN).minimumNotice(Duration.ofMinutes(30))
                .horizon(Duration.ofDays(366)).shortest(Duration.ofMinutes(5)).longest(Duration.ofHours(12))
                .changeNotice(Duration.ofHours(1)).retention(Duration.ofDays(90))
                .kind("group", rules -> rules.capacity(8))
                .kind("desk", rules -> rules.hours(officeHours()))
                .kind("theatre", rules -> rules.bufferBefore(Duration.ofMinutes(15))
                        .bufferAfter(Duration.ofMinutes(30)).hold(Duration.ofHours(2)));
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
