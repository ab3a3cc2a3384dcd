package clinic.appointments.aws;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.log.LogContext;
import clinic.appointments.log.LogLine;
import clinic.appointments.mail.CalendarEvent;
import clinic.appointments.mail.NotificationText;
import clinic.appointments.message.MailEvent;
import clinic.appointments.model.EmailAddress;
import clinic.appointments.model.UndeliverableCode;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationChannel;
import clinic.appointments.port.SendResult;
import clinic.appointments.wire.NotificationTags;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Attachment;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * {@link NotificationChannel} by e-mail through SES, which combines text, HTML and calendar entry (SES: "Working with
 * email attachments in SES").
 */
public final class SesNotificationChannel implements NotificationChannel {

    private static final String UTF_8 = "UTF-8";

    private final SesV2Client client;
    private final String sender;
    private final String configurationSet;
    private final List<MessageHeader> headers;

    /**
     * The sender of notifications.
     *
     * @param unsubscribe URI at which patients unsubscribe, if there is one
     */
    public record Sender(String address, String configurationSet, Optional<URI> unsubscribe) {
    }

    /**
     * @throws IllegalArgumentException when the sender is not an address: it would look like a recipient's fault
     */
    public SesNotificationChannel(SesV2Client client, Sender sender) {
        if (EmailAddress.find(sender.address()).isEmpty()) {
            throw new IllegalArgumentException("the sender of reminders is no address that SES takes");
        }
        this.client = client;
        this.sender = sender.address();
        this.configurationSet = sender.configurationSet();
        this.headers = headers(sender.unsubscribe());
    }

    @Override
    public SendResult send(Notification notification) {
        return EmailAddress.find(notification.email()).map(address -> handOver(notification.to(address)))
                .orElseGet(() -> new SendResult.Undeliverable(UndeliverableCode.ADDRESS_IMPOSSIBLE));
    }

    private SendResult handOver(Notification notification) {
        return composed(notification).map(this::handOver)
                .orElseGet(() -> new SendResult.Undeliverable(UndeliverableCode.CONTENT_NOT_COMPOSED));
    }

    /** The e-mail; empty when it cannot be composed, which is final for this notification. */
    private Optional<SendEmailRequest> composed(Notification notification) {
        try {
            return Optional.of(SendEmailRequest.builder().fromEmailAddress(sender)
                    .configurationSetName(configurationSet).destination(to -> to.toAddresses(notification.email()))
                    .emailTags(tags(notification)).content(content -> content.simple(message(notification))).build());
        } catch (RuntimeException unwritable) {
            LogLine.of(LogEvent.LETTER_NOT_COMPOSED).with(LogKey.REASON, unwritable.getClass().getSimpleName())
                    .with(unwritable).write();
            return Optional.empty();
        }
    }

    private SendResult handOver(SendEmailRequest request) {
        try {
            Optional.ofNullable(client.sendEmail(request).messageId()).ifPresent(LogContext::letter);
            return new SendResult.Sent();
        } catch (SdkException refusal) {
            return SesAnswer.of(refusal);
        }
    }

    /** SES returns the tags with every event about the e-mail. */
    private static List<MessageTag> tags(Notification notification) {
        MailEvent.Recipient recipient = new MailEvent.Recipient(notification.appointment().patientId(),
                notification.registration(), notification.appointment().id(),
                Optional.of(notification.correlationId()));
        return NotificationTags.write(recipient).entrySet().stream()
                .map(tag -> MessageTag.builder().name(tag.getKey()).value(tag.getValue()).build()).toList();
    }

    private Message message(Notification notification) {
        NotificationText written = NotificationText.of(notification);
        return Message.builder().subject(content(written.subject()))
                .body(body -> body.text(content(written.text())).html(content(written.html())))
                .headers(headers).attachments(attachment(CalendarEvent.of(notification, sender))).build();
    }

    /**
     * The attachment; a calendar accepts the entry only when the type also names the method (RFC 6047, section 2.4).
     */
    private static Attachment attachment(CalendarEvent event) {
        return Attachment.builder().fileName("appointment.ics")
                .contentType("text/calendar; charset=UTF-8; method=" + event.method())
                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                .rawContent(SdkBytes.fromUtf8String(event.text())).build();
    }

    /**
     * Headers that mark the e-mail as automatic: out-of-office and other automatic replies stay away (RFC 3834, section
     * 5; for Exchange [MS-OXCMAIL], X-Auto-Response-Suppress), while delivery failures are still reported.
     */
    private static List<MessageHeader> headers(Optional<URI> unsubscribe) {
        return Stream.concat(Stream.of(header("Auto-Submitted", "auto-generated"),
                header("X-Auto-Response-Suppress", "OOF, AutoReply")),
                unsubscribe.map(place -> header("List-Unsubscribe", "<" + place + ">")).stream()).toList();
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    private static Content content(String data) {
        return Content.builder().charset(UTF_8).data(data).build();
    }
}
