package clinic.appointments.mail;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.model.Appointment;
import clinic.appointments.port.Letter;
import clinic.appointments.port.Occasion;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Read back by another library: what a calendar makes of the entries. */
class CalendarEventTest {

    private static final Appointment BOOKED = Letters.appointment(Letters.slot("2026-03-17", "15:00", "15:30"));
    private static final Appointment MOVED = Letters.moved(BOOKED, Letters.slot("2026-10-25", "02:30", "03:30"));

    @Test
    void entersTheAppointment() {
        Calendar calendar = parsed(CalendarEvent.of(Letters.of(Occasion.CONFIRMATION, BOOKED, Locale.UK),
                Letters.SENDER));
        VEvent event = event(calendar);
        assertThat(method(calendar)).isEqualTo("REQUEST");
        assertThat(value(event, "UID")).isEqualTo("appointment-1@appointments.example");
        assertThat(value(event, "SEQUENCE")).isEqualTo("2");
        assertThat(start(event)).isEqualTo("2026-03-17T14:00:00Z");
        assertThat(value(event, "DTEND")).isEqualTo("20260317T143000Z");
        assertThat(value(event, "DTSTAMP")).isEqualTo("20260310T080000Z");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:reminders@appointments.example");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:ada@example.org");
    }

    @Test
    void movesItAndTakesItOutAsTheSameEntryWithAHigherSequence() {
        Calendar entered = entry(Occasion.CONFIRMATION, BOOKED);
        Calendar moved = entry(Occasion.RESCHEDULE, MOVED);
        Calendar cancelled = entry(Occasion.CANCELLATION, Letters.cancelled(MOVED));
        assertThat(Arrays.asList(entered, moved, cancelled)).extracting(CalendarEventTest::method)
                .containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(Arrays.asList(entered, moved, cancelled)).extracting(calendar -> value(event(calendar), "UID"))
                .containsOnly("appointment-1@appointments.example");
        assertThat(Arrays.asList(entered, moved, cancelled)).extracting(
                calendar -> value(event(calendar), "SEQUENCE")).containsExactly("2", "3", "4");
        assertThat(value(event(cancelled), "STATUS")).isEqualTo("CANCELLED");
    }

    /** 02:30 occurs twice; the first one is meant. */
    @Test
    void isInUtcOnTheDayOnWhichClocksChange() {
        VEvent moved = event(entry(Occasion.RESCHEDULE, MOVED));
        assertThat(value(moved, "DTSTART")).isEqualTo("20261025T003000Z");
        assertThat(value(moved, "DTEND")).isEqualTo("20261025T023000Z");
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameWheneverTheSameLetterIsWritten(Occasion occasion) {
        Letter letter = Letters.of(occasion, BOOKED, Locale.FRANCE);
        assertThat(CalendarEvent.of(letter, Letters.SENDER)).isEqualTo(CalendarEvent.of(letter, Letters.SENDER));
    }

    @ParameterizedTest
    @EnumSource
    void holdsNeitherNotesNorNames(Occasion occasion) {
        assertThat(CalendarEvent.of(Letters.of(occasion, BOOKED, Locale.JAPAN), Letters.SENDER).text())
                .contains("SUMMARY:予約").doesNotContain("Testnotes", "Lovelace", "grey", "DESCRIPTION", "LOCATION");
    }

    @ParameterizedTest
    @EnumSource
    void isValid(Occasion occasion) {
        assertThat(entry(occasion, BOOKED).validate().hasErrors()).isFalse();
    }

    @Test
    void writesWhatWouldEndAnAddressAsOctets() {
        Letter odd = new Letter(Occasion.REMINDER, BOOKED, "ä?b%c=d@example.org", Locale.UK, Optional.empty());
        assertThat(value(event(parsed(CalendarEvent.of(odd, Letters.SENDER))), "ATTENDEE"))
                .isEqualTo("mailto:%C3%A4%3Fb%25c%3Dd@example.org");
    }

    @Test
    void foldsAfter75OctetsAndNeverWithinACharacter() {
        String text = "€uro, semicolon; backslash \\ and\nline ".repeat(5) + "😀".repeat(60);
        String folded = new ContentLines().addText("SUMMARY", text).toString();
        assertThat(folded).endsWith("\r\n");
        assertThat(folded.split("\r\n")).hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
        assertThat(folded).doesNotContain("\ufffd");
        assertThat(folded.replace("\r\n ", "")).isEqualTo("SUMMARY:"
                + text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n") + "\r\n");
    }

    @Test
    void readsBackAsItWasWritten() {
        String summary = "Zahnarzt; Kontrolle, \\ 😀 " + "ä".repeat(80);
        String event = new ContentLines().add("BEGIN", "VCALENDAR").add("VERSION", "2.0").add("PRODID", "-//x//y//EN")
                .add("BEGIN", "VEVENT").addText("SUMMARY", summary).add("END", "VEVENT").add("END", "VCALENDAR")
                .toString();
        assertThat(value(event(read(event)), "SUMMARY")).isEqualTo(summary);
    }

    @Test
    void printsNoAddress() {
        assertThat(CalendarEvent.of(Letters.of(Occasion.REMINDER, Locale.UK), Letters.SENDER))
                .hasToString("CalendarEvent[REQUEST]");
    }

    private static Calendar entry(Occasion occasion, Appointment appointment) {
        return parsed(CalendarEvent.of(Letters.of(occasion, appointment, Locale.UK), Letters.SENDER));
    }

    private static Calendar parsed(CalendarEvent event) {
        assertThat(event.text().replace("\r\n", "")).doesNotContain("\n", "\r");
        return read(event.text());
    }

    private static Calendar read(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException e) {
            throw new AssertionError(e);
        }
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponents("VEVENT").getFirst();
    }

    private static String method(Calendar calendar) {
        return ((Method) calendar.getRequiredProperty("METHOD")).getValue();
    }

    private static String value(VEvent event, String property) {
        return event.getRequiredProperty(property).getValue();
    }

    private static String start(VEvent event) {
        return Instant.from(event.<ZonedDateTime>getDateTimeStart().getDate()).toString();
    }

}
