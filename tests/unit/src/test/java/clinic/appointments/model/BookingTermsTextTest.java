package clinic.appointments.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The deployed text of booking terms is read as the terms that were written. */
class BookingTermsTextTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final BookingTerms.Limits LIMITS = new BookingTerms.Limits(Duration.ofMinutes(30),
            Duration.ofDays(60), Duration.ofMinutes(5), Duration.ofHours(12), Duration.ofHours(1));
    private static final OpeningHours HOURS = new OpeningHours(Map.of(
            DayOfWeek.FRIDAY, List.of(span("08:00", "12:00")),
            DayOfWeek.MONDAY, List.of(span("08:00", "12:00"), span("13:00", "00:00"))));
    private static final BookingTerms TERMS = new BookingTerms(LIMITS, Optional.of(Duration.ofHours(4)), ZONE,
            Duration.ofDays(90),
            Map.of("group", new ResourceTerms(8, Buffer.NONE, OpeningHours.ALWAYS, Optional.empty()),
                    "desk", new ResourceTerms(1, new Buffer(Duration.ofMinutes(15), Duration.ofMinutes(30)), HOURS,
                            Optional.of(Duration.ofHours(2)))));
    private static final String TEXT = "minimumNotice=PT30M horizon=PT1440H shortest=PT5M longest=PT12H"
            + " changeNotice=PT1H retention=PT2160H hold=PT4H"
            + "; desk capacity=1 before=PT15M after=PT30M hours=MONDAY:08:00-12:00,13:00-00:00/FRIDAY:08:00-12:00"
            + " hold=PT2H; group capacity=8 before=PT0S after=PT0S";

    @Test
    void isTheSameTextForTheSameTerms() {
        assertThat(BookingTermsText.write(TERMS)).isEqualTo(TEXT);
    }

    static Stream<BookingTerms> terms() {
        return Stream.of(TERMS, new BookingTerms(LIMITS, Optional.empty(), ZONE, Duration.ofDays(1), Map.of()),
                new BookingTerms(BookingTerms.Limits.DEFAULT, Optional.empty(), ZONE, Duration.ofDays(1),
                        Map.of("room", ResourceTerms.DEFAULT)),
                new BookingTerms(LIMITS, Optional.of(Duration.ofHours(4)), ZONE, Duration.ofDays(90), Map.of(),
                        DefinedResources.DEMANDED));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void readsWhatItHasWritten(BookingTerms terms) {
        assertThat(BookingTermsText.read(BookingTermsText.write(terms), ZONE)).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource({"horizon=PT1440H,horizon=soon,horizon must be an ISO-8601 duration such as PT2H",
            "'horizon=PT1440H ','',horizon must be an ISO-8601 duration such as PT2H",
            "hold=PT4H,hold=PT4H resources=all,'resources must be defined, or left out'",
            "capacity=8,capacity=many,capacity must be a whole number",
            "capacity=8,capacity=0,capacity must be from 1 to 100", "hold=PT4H,hodl=PT4H,there is no field hodl",
            "MONDAY:08,MOONDAY:08,'hours must be hours such as MONDAY:08:00-12:00,13:00-17:00/TUESDAY:08:00-12:00'",
            "capacity=8,capacity,'each field must be written once, as name=value'",
            "hold=PT4H,retention=PT1H,'each field must be written once, as name=value'"})
    void namesFieldAndRuleOfWhatCannotBeUnderstood(String written, String changed, String message) {
        assertThatThrownBy(() -> BookingTermsText.read(TEXT.replaceFirst(written, changed), ZONE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(message);
    }

    private static OpeningHours.Span span(String from, String to) {
        return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }
}
