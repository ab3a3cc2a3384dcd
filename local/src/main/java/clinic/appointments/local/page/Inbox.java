package clinic.appointments.local.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import clinic.appointments.local.mail.Mail;

/**
 * The sent e-mails, the latest first, and the chosen one.
 *
 * @param find the text that they contain
 * @param all how many match; the first of them are shown
 */
public record Inbox(String find, List<Row> rows, int all, Optional<Letter> chosen) {

    private static final int SHOWN = 100;

    /** An e-mail in the list. */
    public record Row(String messageId, Instant at, String to, String subject) {
    }

    /**
     * An e-mail as a mail program shows it.
     *
     * @param headers one a line
     * @param html the body in HTML, or empty
     * @param event the calendar entry
     */
    public record Letter(Row row, String from, String headers, String text, String html,
            Optional<LetterEvent> event) {
    }

    static Inbox of(StageReading reading, String find, String chosen) {
        List<Mail> matching = reading.mails().stream().filter(mail -> find.isEmpty() || mail.subject().contains(find)
                || String.join(" ", mail.to()).contains(find) || mail.text().contains(find)).toList();
        return new Inbox(find, matching.stream().limit(SHOWN).map(mail -> row(reading, mail)).toList(),
                matching.size(), reading.mail(chosen).map(mail -> letter(reading, mail)));
    }

    private static Row row(StageReading reading, Mail mail) {
        return new Row(mail.messageId(), reading.sentAt(mail), String.join(", ", mail.to()), mail.subject());
    }

    private static Letter letter(StageReading reading, Mail mail) {
        StringBuilder headers = new StringBuilder();
        mail.headers().forEach(header -> headers.append(header.name()).append(": ").append(header.value())
                .append('\n'));
        mail.tracking().tags().forEach((name, value) -> headers.append("tag ").append(name).append(": ").append(value)
                .append('\n'));
        return new Letter(row(reading, mail), mail.from(), headers.toString(), mail.text(), mail.html(),
                mail.attachments().stream().filter(file -> file.type().startsWith("text/calendar")).findFirst()
                        .map(file -> LetterEvent.read(file.content())));
    }
}
