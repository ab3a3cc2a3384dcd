package clinic.appointments.aws;

import java.util.Optional;

import clinic.appointments.mail.CalendarEvent;
import clinic.appointments.mail.LetterText;
import clinic.appointments.model.EmailAddress;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.Handover;
import clinic.appointments.port.Letter;
import clinic.appointments.port.ReminderChannel;
import clinic.appointments.wire.Thrown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.lambda.powertools.logging.argument.StructuredArguments;

/**
 * {@link ReminderChannel} by e-mail through SES, which puts text, HTML and calendar entry together (SES: "Working with
 * email attachments in SES").
 */
public final class SesReminderChannel implements ReminderChannel {

    private static final Logger LOG = LoggerFactory.getLogger(SesReminderChannel.class);
    private static final String UTF_8 = "UTF-8";

    private final SesV2Client client;
    private final String sender;
    private final String configurationSet;

    /**
     * @throws IllegalArgumentException
     *             when the sender is no address: it would look like a fault of every recipient's
     */
    public SesReminderChannel(SesV2Client client, String sender, String configurationSet) {
        if (EmailAddress.find(sender).isEmpty()) {
            throw new IllegalArgumentException("the sender of reminders is no address that SES takes");
        }
        this.client = client;
        this.sender = sender;
        this.configurationSet = configurationSet;
    }

    @Override
    public Handover send(Letter letter) {
        return EmailAddress.find(letter.email()).map(address -> handOver(letter.to(address)))
                .orElseGet(() -> new Handover.Undeliverable(UndeliverableCode.ADDRESS_IMPOSSIBLE));
    }

    private Handover handOver(Letter letter) {
        return composed(letter).map(this::handOver)
                .orElseGet(() -> new Handover.Undeliverable(UndeliverableCode.LETTER_NOT_COMPOSED));
    }

    /** Empty when the letter cannot be written; the same letter never can. */
    private Optional<SendEmailRequest> composed(Letter letter) {
        try {
            return Optional.of(SendEmailRequest.builder().fromEmailAddress(sender)
                    .configurationSetName(configurationSet).destination(to -> to.toAddresses(letter.email()))
                    .content(content -> content.simple(message(letter))).build());
        } catch (RuntimeException unwritable) {
            LOG.error("A letter could not be written",
                    StructuredArguments.entry("failure", Thrown.fields(unwritable)));
            return Optional.empty();
        }
    }

    private Handover handOver(SendEmailRequest request) {
        try {
            client.sendEmail(request);
            return new Handover.Taken();
        } catch (SdkException refusal) {
            return SesAnswer.of(refusal);
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
}
