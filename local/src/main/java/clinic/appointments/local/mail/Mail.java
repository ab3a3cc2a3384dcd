package clinic.appointments.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * A sent e-mail.
 *
 * @param messageId the id that was returned to the sender
 * @param text the body in plain text; the whole message if it was sent raw
 * @param html the body in HTML, or empty
 * @param headers the sender's additional headers
 */
public record Mail(String messageId, Instant sentAt, String from, List<String> to, String subject, String text,
        String html, List<Header> headers, List<Attachment> attachments) {

    /** An additional header. */
    public record Header(String name, String value) {
    }

    /**
     * An attached file.
     *
     * @param type media type with its parameters
     */
    public record Attachment(String name, String type, String content) {

        /** Only the name, because the content is personal data. */
        @Override
        public String toString() {
            return "Attachment[" + name + "]";
        }
    }

    public Mail {
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** Only the id, because addresses and text are personal data. */
    @Override
    public String toString() {
        return "Mail[" + messageId + "]";
    }
}
