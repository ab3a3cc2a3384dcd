package clinic.appointments.local.mail;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An e-mail that the service sent.
 *
 * @param messageId
 *            the id that the sender was given
 * @param text
 *            plain text body; the whole message when it was sent raw
 * @param html
 *            the same as a page, or empty
 */
public record Mail(String messageId, Instant sentAt, String from, List<String> to, String subject, String text,
        String html, List<Attachment> attachments) {

    /**
     * A file that came with it.
     *
     * @param type
     *            media type with its parameters
     */
    public record Attachment(String name, String type, String content) {

        /** Only the name: what is in it is personal data. */
        @Override
        public String toString() {
            return "Attachment[" + name + "]";
        }
    }

    public Mail {
        attachments = List.copyOf(attachments);
    }

    /** The mail as a file that e-mail programs open. */
    String asFile() {
        return "Message-ID: <%s>%nDate: %s%nFrom: %s%nTo: %s%nSubject: %s%n%n%s%n%s%s".formatted(messageId, sentAt,
                from, String.join(", ", to), subject, text, html, attachments.stream().map(
                        file -> "%n%s (%s)%n%s".formatted(file.name(), file.type(), file.content()))
                        .collect(Collectors.joining()));
    }

    /** Only the id: addresses and text are personal data. */
    @Override
    public String toString() {
        return "Mail[" + messageId + "]";
    }
}
