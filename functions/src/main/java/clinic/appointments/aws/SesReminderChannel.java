package clinic.appointments.aws;

import clinic.appointments.mail.CalendarEvent;
import clinic.appointments.mail.LetterText;
import clinic.appointments.port.Letter;
import clinic.appointments.port.ReminderChannel;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

/**
 * {@link ReminderChannel} by e-mail through SES, which puts text, HTML and calendar entry together (SES: "Working with
 * email attachments in SES").
 */
public final class SesReminderChannel implements ReminderChannel {

    private static final String UTF_8 = "UTF-8";

    private final SesV2Client client;
    private final String sender;
    private final String configurationSet;

    public SesReminderChannel(SesV2Client client, String sender, String configurationSet) {
        this.client = client;
        this.sender = sender;
        this.configurationSet = configurationSet;
    }

    @Override
    public void send(Letter letter) {
        try {
            client.sendEmail(mail -> mail.fromEmailAddress(sender).configurationSetName(configurationSet)
                    .destination(to -> to.toAddresses(letter.email()))
                    .content(content -> content.simple(message(letter))));
        } catch (SesV2Exception quotingAddresses) {
            throw new MailNotTakenException(quotingAddresses);
        }
    }

    private Message message(Letter letter) {
        LetterText written = LetterText.of(letter);
        return Message.builder().subject(content(written.subject()))
                .body(body -> body.text(content(written.text())).html(content(written.html())))
                .attachments(attachment(CalendarEvent.of(letter, sender))).build();
    }

    /** A calendar takes the entry up only when the type names the method, too (RFC 6047, section 2.4). */
    private static Attachment attachment(CalendarEvent event) {
        return Attachment.builder().fileName("appointment.ics")
                .contentType("text/calendar; charset=UTF-8; method=" + event.method())
                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                .rawContent(SdkBytes.fromUtf8String(event.text())).build();
    }

    private static Content content(String data) {
        return Content.builder().charset(UTF_8).data(data).build();
    }

    /** The provider did not take the mail. Its own words are left out: they name addresses. */
    static final class MailNotTakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        MailNotTakenException(SesV2Exception cause) {
            super("SES answered " + cause.statusCode() + " " + cause.getClass().getSimpleName() + ", request "
                    + cause.requestId());
        }
    }
}
