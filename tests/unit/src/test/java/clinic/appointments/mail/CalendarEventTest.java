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
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationType;
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

    private static final Appointment BOOKED = Notifications
            .appointment(Notifications.slot("2026-03-17", "15:00", "15:30"));
    private static final Appointment MOVED = Notifications.moved(BOOKED,
            Notifications.slot("2026-10-25", "02:30", "03:30"));

    @Test
    void entersTheAppointment() {
        Calendar calendar = parsed(CalendarEvent.of(Notifications.of(NotificationType.CONFIRMATION, BOOKED, Locale.UK),
                Notifications.SENDER));
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
        Calendar entered = entry(NotificationType.CONFIRMATION, BOOKED);
        Calendar moved = entry(NotificationType.RESCHEDULE, MOVED);
        Calendar cancelled = entry(NotificationType.CANCELLATION, Notifications.cancelled(MOVED));
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
        VEvent moved = event(entry(NotificationType.RESCHEDULE, MOVED));
        assertThat(value(moved, "DTSTART")).isEqualTo("20261025T003000Z");
        assertThat(value(moved, "DTEND")).isEqualTo("20261025T023000Z");
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameWheneverTheSameLetterIsWritten(NotificationType type) {
        Notification notification = Notifications.of(type, BOOKED, Locale.FRANCE);
        assertThat(CalendarEvent.of(notification, Notifications.SENDER))
                .isEqualTo(CalendarEvent.of(notification, Notifications.SENDER));
    }

    @ParameterizedTest
    @EnumSource
    void holdsNeitherNotesNorNames(NotificationType type) {
        assertThat(CalendarEvent.of(Notifications.of(type, BOOKED, Locale.JAPAN), Notifications.SENDER).text())
                .contains("SUMMARY:予約").doesNotContain("Testnotes", "Lovelace", "grey", "DESCRIPTION", "LOCATION");
    }

    @ParameterizedTest
    @EnumSource
    void isValid(NotificationType type) {
        assertThat(entry(type, BOOKED).validate().hasErrors()).isFalse();
    }

    @Test
    void writesWhatWouldEndAnAddressAsOctets() {
        Notification odd = new Notification(NotificationType.REMINDER, BOOKED, "ä?b%c=d@example.org", 1, Locale.UK,
                Optional.empty(), "c");
        assertThat(value(event(parsed(CalendarEvent.of(odd, Notifications.SENDER))), "ATTENDEE"))
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
        assertThat(CalendarEvent.of(Notifications.of(NotificationType.REMINDER, Locale.UK), Notifications.SENDER))
                .hasToString("CalendarEvent[REQUEST]");
    }

    private static Calendar entry(NotificationType type, Appointment appointment) {
        return parsed(CalendarEvent.of(Notifications.of(type, appointment, Locale.UK), Notifications.SENDER));
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
