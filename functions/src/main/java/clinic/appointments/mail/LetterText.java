package clinic.appointments.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.model.Interval;
import clinic.appointments.port.Letter;
import clinic.appointments.port.Occasion;

/**
 * What a letter says, as plain text and as HTML with the same words: when, never why or with whom. It names no patient,
 * loads nothing from elsewhere and links to nothing.
 */
public record LetterText(String subject, String text, String html) {

    public static LetterText of(Letter letter) {
        Words words = Words.in(letter.locale());
        When when = When.of(interval(letter), letter.appointment().booking().slot().zone(), words.locale());
        String subject = words.say(letter.occasion(), "subject").replace("{date}", when.date());
        List<String> paragraphs = paragraphs(letter, words, when);
        return new LetterText(subject, String.join("\n\n", paragraphs) + "\n", new HtmlPage(words).of(subject,
                paragraphs));
    }

    private static List<String> paragraphs(Letter letter, Words words, When when) {
        Optional<String> elsewhere = letter.patientZone().filter(when::differsIn)
                .map(zone -> When.of(interval(letter), zone, words.locale()).text())
                .map(text -> words.say("elsewhere").replace("{when}", text));
        return Stream.of(Stream.of(words.say(letter.occasion(), "lead"), when.text()), elsewhere.stream(),
                Stream.of(words.say(attachment(letter.occasion())), words.say(closing(letter.occasion()))))
                .flatMap(part -> part).toList();
    }

    private static String attachment(Occasion occasion) {
        return switch (occasion) {
            case CONFIRMATION, RESCHEDULE, UPDATE, REMINDER -> "calendar.enter";
            case CANCELLATION -> "calendar.remove";
        };
    }

    private static String closing(Occasion occasion) {
        return switch (occasion) {
            case CONFIRMATION, RESCHEDULE, UPDATE, REMINDER -> "closing";
            case CANCELLATION -> "closing.cancelled";
        };
    }

    private static Interval interval(Letter letter) {
        return letter.appointment().interval();
    }

    /** When a patient sees a doctor is protected, too. */
    @Override
    public String toString() {
        return "LetterText[protected]";
    }
}
