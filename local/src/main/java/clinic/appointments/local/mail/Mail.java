package clinic.appointments.local.mail;

import java.time.Instant;
import java.util.List;

/**
 * An e-mail that the service sent.
 *
 * @param messageId the id that the sender was given
 * @param text plain text body; the whole message when it was sent raw
 * @param html the same as a page, or empty
 * @param headers that the sender gave it besides those of every mail
 */
public record Mail(String messageId, Instant sentAt, String from, List<String> to, String subject, String text,
        String html, List<Header> headers, List<Attachment> attachments) {

    /** A header of the sender's own. */
    public record Header(String name, String value) {
    }

    /**
     * A file that came with it.
     *
     * @param type media type with its parameters
     */
    public record Attachment(String name, String type, String content) {

        /** Only the name: what is in it is personal data. */
        @Override
        public String toString() {
            return "Attachment[" + name + "]";
        }
    }

    public Mail {
        headers = List.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** Only the id: addresses and text are personal data. */
    @Override
    public String toString() {
        return "Mail[" + messageId + "]";
    }
}
