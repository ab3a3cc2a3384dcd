package clinic.appointments.local.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A sent e-mail.
 *
 * @param messageId the id that was returned to the sender
 * @param text the body in plain text; the whole message if it was sent raw
 * @param html the body in HTML, or empty
 * @param headers the sender's additional headers
 * @param tracking the sender's data for events
 */
public record Mail(String messageId, Instant sentAt, String from, List<String> to, String subject, String text,
        String html, List<Header> headers, List<Attachment> attachments, Tracking tracking) {

    /** An additional header. */
    public record Header(String name, String value) {
    }

    /**
     * The sender's data for events about the e-mail.
     *
     * @param configurationSet empty if the e-mail names none
     * @param tags values of the e-mail's tags, by name
     */
    public record Tracking(String configurationSet, Map<String, String> tags) {

        public Tracking {
            tags = Map.copyOf(tags);
        }
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
