package clinic.appointments.mail;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

import clinic.appointments.port.NotificationType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class NotificationTextTest {

    private static final char NARROW_SPACE = '\u202f';

    @Test
    void saysWhenAndNothingElse() {
        assertThat(NotificationText.of(Notifications.of(NotificationType.CONFIRMATION, Locale.UK)))
                .isEqualTo(new NotificationText(
                        "Your appointment on Tuesday, 17 March 2026", """
                                Your appointment is confirmed:

                                Tuesday, 17 March 2026, 15:00 – 15:30 (Central European Standard Time)

                                The attached file enters the appointment in your calendar.

                                If you cannot come, please let us know.
                                """,
                        """
                                <!DOCTYPE html>
                                <html lang="en-GB" dir="ltr">
                                <head><meta charset="utf-8"><title>Your appointment on Tuesday, 17 March 2026</title></head>
                                <body>
                                <p>Your appointment is confirmed:</p>
                                <p>Tuesday, 17 March 2026, 15:00 – 15:30 (Central European Standard Time)</p>
                                <p>The attached file enters the appointment in your calendar.</p>
                                <p>If you cannot come, please let us know.</p>
                                </body>
                                </html>
                                """));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | CONFIRMATION | Your appointment on Tuesday, 17 March 2026
            en-GB | RESCHEDULE   | Your appointment has moved to Tuesday, 17 March 2026
            en-GB | CANCELLATION | Your appointment on Tuesday, 17 March 2026 is cancelled
            en-GB | REMINDER     | Reminder: your appointment on Tuesday, 17 March 2026
            en-US | REMINDER     | Reminder: your appointment on Tuesday, March 17, 2026
            de    | CONFIRMATION | Ihr Termin am Dienstag, 17. März 2026
            de-AT | CANCELLATION | Ihr Termin am Dienstag, 17. März 2026 ist abgesagt
            fr    | RESCHEDULE   | Votre rendez-vous est déplacé au mardi 17 mars 2026
            es    | REMINDER     | Recordatorio de su cita: martes, 17 de marzo de 2026
            ja    | CONFIRMATION | ご予約：2026年3月17日火曜日
            ar    | REMINDER     | تذكير بموعدك: الثلاثاء، 17 مارس 2026
            """)
    void namesTheOccasionAndTheDateInTheLanguage(String language, NotificationType type, String subject) {
        assertThat(NotificationText.of(Notifications.of(type, Locale.forLanguageTag(language))).subject())
                .isEqualTo(subject);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-GB | 15:00 – 15:30 (Central European Standard Time)
            en-US | 3:00 PM – 3:30 PM (Central European Standard Time)
            de    | 15:00 – 15:30 (Mitteleuropäische Normalzeit)
            fr    | 15:00 – 15:30 (heure normale d’Europe centrale)
            es    | 15:00 – 15:30 (hora estándar de Europa central)
            ja    | 15:00 – 15:30 (中央ヨーロッパ標準時)
            ar    | 3:00 م – 3:30 م (توقيت وسط أوروبا الرسمي)
            """)
    void countsTheHoursAsTheCountryDoes(String language, String times) {
        assertThat(
                NotificationText.of(Notifications.of(NotificationType.REMINDER, Locale.forLanguageTag(language))).text()
                        .replace(NARROW_SPACE, ' '))
                .contains(times);
    }

    /** Calendar, digits and zone are the appointment's, whatever extensions a patient's locale has. */
    @ParameterizedTest
    @ValueSource(strings = {"en-GB-u-ca-gregory", "en-GB-u-ca-hebrew", "en-GB-u-ca-islamic", "en-GB-u-ca-buddhist",
            "en-GB-u-ca-japanese", "en-GB-u-ca-janedoe-19800229", "en-GB-u-nu-deva", "en-GB-u-tz-uslax",
            "en-GB-u-tz-nzakl",
            "en-GB-u-rg-uszzzz", "en-GB-u-hc-h12", "en-GB-u-ms-metric", "en-GB-t-de", "en-GB-x-private"})
    void writesTheSameWithAndWithoutExtensionsOfTheLanguage(String language) {
        assertThat(NotificationText.of(Notifications.of(NotificationType.REMINDER, Locale.forLanguageTag(language))))
                .isEqualTo(NotificationText.of(Notifications.of(NotificationType.REMINDER, Locale.UK)));
        assertThat(CalendarEvent.of(Notifications.of(NotificationType.REMINDER, Locale.forLanguageTag(language)),
                Notifications.SENDER))
                .isEqualTo(
                        CalendarEvent.of(Notifications.of(NotificationType.REMINDER, Locale.UK), Notifications.SENDER));
    }

    @ParameterizedTest
    @CsvSource({"en-US,en-US,ltr", "de,de,ltr", "ja,ja,ltr", "ar-EG,ar-EG,rtl", "sv,en-GB,ltr", "he,en-GB,ltr"})
    void declaresTheLanguageThatItIsWrittenIn(String wanted, String language, String direction) {
        assertThat(
                NotificationText.of(Notifications.of(NotificationType.REMINDER, Locale.forLanguageTag(wanted))).html())
                .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">");
    }

    @Test
    void speaksEnglishToWhomItHasNoWordsForWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(NotificationText.of(Notifications.of(NotificationType.REMINDER, Locale.forLanguageTag("sv")))
                    .subject())
                    .isEqualTo("Reminder: your appointment on Tuesday, 17 March 2026");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void showsTheTimeInThePatientsZoneToo() {
        assertThat(text("America/New_York", "2026-03-17", "15:00", "15:30"))
                .contains("15:00 – 15:30 (Central European Standard Time)", "In your time zone: "
                        + "Tuesday, 17 March 2026, 10:00 – 10:30 (Eastern Daylight Time)");
    }

    @Test
    void showsTheDateOfTheEndWhereItIsAnother() {
        assertThat(text("Asia/Tokyo", "2026-03-17", "15:30", "16:30")).contains(
                "Tuesday, 17 March 2026, 23:30 – Wednesday, 18 March 2026, 00:30 (Japan Standard Time)");
    }

    @Test
    void showsOneTimeWhereClocksShowTheSame() {
        assertThat(text("Europe/Vienna", "2026-03-17", "15:00", "15:30")).doesNotContain("In your time zone");
    }

    @Test
    void tellsTheTwoHoursApartInTheNightWhenClocksGoBack() {
        assertThat(text("Europe/Berlin", "2026-10-25", "02:30", "03:30")).contains("Sunday, 25 October 2026, 02:30 "
                + "(Central European Summer Time) – 03:30 (Central European Standard Time)");
        assertThat(text("Europe/Berlin", "2026-10-25", "02:15", "02:45"))
                .contains("02:15 – 02:45 (Central European Summer Time)");
    }

    @Test
    void readsTheClockOfTheDayOnWhichClocksGoForward() {
        assertThat(text("UTC", "2026-03-29", "03:00", "03:30")).contains(
                "Sunday, 29 March 2026, 03:00 – 03:30 (Central European Summer Time)",
                "Sunday, 29 March 2026, 01:00 – 01:30 (Coordinated Universal Time)");
    }

    @ParameterizedTest
    @MethodSource("everyNotification")
    void repeatsNeitherNotesNorNamesAndLoadsNothing(NotificationType type, Locale locale) {
        NotificationText notification = NotificationText.of(Notifications.of(type, locale));
        assertThat(notification.subject() + notification.text() + notification.html()).doesNotContain("Testnotes",
                "Ada", "Lovelace",
                "ada@", "grey", "http", "src=", "href", "{");
    }

    @ParameterizedTest
    @MethodSource("everyNotification")
    void saysTheSameInBothBodies(NotificationType type, Locale locale) {
        NotificationText notification = NotificationText.of(Notifications.of(type, locale));
        assertThat(notification.text().strip().split("\n\n")).hasSize(4)
                .allSatisfy(paragraph -> assertThat(notification.html()).contains("<p>" + paragraph + "</p>"));
    }

    @Test
    void writesMarkupAsText() {
        assertThat(new HtmlPage(Translations.in(Locale.UK)).of("<b>\"A&B\"", Stream.of("1 < 2").toList()))
                .contains("<title>&lt;b&gt;&quot;A&amp;B&quot;</title>", "<p>1 &lt; 2</p>");
    }

    @Test
    void printsNothing() {
        assertThat(Notifications.of(NotificationType.REMINDER, Locale.UK)).hasToString(
                "Notification[REMINDER Appointment[appointment-1 CONFIRMED v2]]");
        assertThat(NotificationText.of(Notifications.of(NotificationType.REMINDER, Locale.UK)))
                .hasToString("NotificationText[protected]");
    }

    static Stream<Arguments> everyNotification() {
        return Arrays.stream(NotificationType.values()).flatMap(type -> Stream
                .of("en-GB", "en-US", "ar", "de", "es", "fr", "it", "ja")
                .map(language -> Arguments.of(type, Locale.forLanguageTag(language))));
    }

    private static String text(String patientZone, String date, String start, String end) {
        return NotificationText.of(Notifications.inZone(ZoneId.of(patientZone), Notifications.slot(date, start, end)))
                .text();
    }
}
