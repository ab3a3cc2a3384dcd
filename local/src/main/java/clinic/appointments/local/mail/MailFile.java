package clinic.appointments.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/**
 * An e-mail as a file that mail programs can open, composed as SES does it: text and HTML as alternatives, followed
 * by the attachments (RFC 2046, section 5.1). The content of a raw e-mail is already such a file.
 */
record MailFile(Mail mail) {

    private static final String UTF_8 = "UTF-8";

    byte[] octets() {
        return mail.subject().isEmpty() && mail.html().isEmpty() && mail.attachments().isEmpty()
                ? mail.text().getBytes(StandardCharsets.UTF_8)
                : composed();
    }

    private byte[] composed() {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            message().writeTo(octets);
            return octets.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail could not be written as a file", e);
        }
    }

    private MimeMessage message() throws MessagingException {
        MimeMessage message = new WithId(Session.getInstance(new Properties()),
                "<" + mail.messageId() + "@localhost>");
        message.setFrom(new InternetAddress(mail.from()));
        for (String address : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(mail.sentAt()));
        for (Mail.Header header : mail.headers()) {
            message.setHeader(header.name(), header.value());
        }
        message.setContent(parts());
        message.saveChanges();
        return message;
    }

    private MimeMultipart parts() throws MessagingException {
        MimeMultipart parts = new MimeMultipart("mixed");
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives());
        parts.addBodyPart(body);
        for (Mail.Attachment file : mail.attachments()) {
            parts.addBodyPart(attached(file));
        }
        return parts;
    }

    /**
     * Plain text comes first, because a mail program shows the last part that it can display (RFC 2046, section 5.1.4).
     */
    private MimeMultipart alternatives() throws MessagingException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(mail.text(), "plain"));
        if (!mail.html().isEmpty()) {
            alternatives.addBodyPart(text(mail.html(), "html"));
        }
        return alternatives;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart attached(Mail.Attachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(file.content(), UTF_8);
        part.setHeader("Content-Type", file.type().isEmpty() ? "application/octet-stream" : file.type());
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName(file.name());
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }

    /** Keeps the id that was returned to the sender, which the library would replace. */
    private static final class WithId extends MimeMessage {

        private final String id;

        WithId(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
