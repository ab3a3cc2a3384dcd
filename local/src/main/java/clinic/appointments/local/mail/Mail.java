package clinic.appointments.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * An e-mail that the service sent.
 *
 * @param messageId
 *            the id that the sender was given
 * @param text
 *            plain text body; the whole message when it was sent raw
 */
public record Mail(String messageId, Instant sentAt, String from, List<String> to, String subject, String text,
        String html) {

    /** The mail as a file that e-mail programs open. */
    String asFile() {
        return "Message-ID: <%s>%nDate: %s%nFrom: %s%nTo: %s%nSubject: %s%n%n%s%n%s".formatted(messageId, sentAt, from,
                String.join(", ", to), subject, text, html);
    }

    /** Only the id: addresses and text are personal data. */
    @Override
    public String toString() {
        return "Mail[" + messageId + "]";
    }
}
