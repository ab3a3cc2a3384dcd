package clinic.appointments.local.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An event about a sent e-mail, as SES publishes it to SNS (SES: "Contents of event data that Amazon SES publishes to
 * Amazon SNS", with examples).
 *
 * @param type as templates and SES's API name it, such as {@code deliveryDelay}
 * @param configurationSet the configuration set of the e-mail
 * @param json the document, with the addresses of sender and recipient
 */
public record SesEvent(String type, String configurationSet, String json) {

    private static final String AGENT = "AnyCompany Feedback Loop (V0.01)";

    /**
     * The recipient's server returned the e-mail, or SES did.
     *
     * @param bounceType {@code Permanent}, {@code Transient} or {@code Undetermined}
     * @param subType such as {@code General} or {@code OnAccountSuppressionList}
     */
    public static SesEvent bounce(Mail mail, String bounceType, String subType) {
        ObjectNode bounce = object().put("feedbackId", id()).put("bounceType", bounceType)
                .put("bounceSubType", subType).put("timestamp", now()).put("reportingMTA", "dsn; mta.example.com");
        ArrayNode bounced = bounce.putArray("bouncedRecipients");
        mail.to().forEach(address -> bounced.addObject().put("emailAddress", address).put("action", "failed")
                .put("status", "5.1.1").put("diagnosticCode", "smtp; 550 5.1.1 <" + address + "> user unknown"));
        return of(mail, "Bounce", "bounce", bounce);
    }

    /**
     * The recipient's provider passed a report on.
     *
     * @param feedbackType such as {@code abuse} or {@code not-spam}
     */
    public static SesEvent complaint(Mail mail, String feedbackType) {
        ObjectNode complaint = object().put("feedbackId", id()).putNull("complaintSubType").put("timestamp", now())
                .put("userAgent", AGENT).put("complaintFeedbackType", feedbackType)
                .put("arrivalDate", mail.sentAt().toString());
        ArrayNode complained = complaint.putArray("complainedRecipients");
        mail.to().forEach(address -> complained.addObject().put("emailAddress", address));
        return of(mail, "Complaint", "complaint", complaint);
    }

    /** SES found a virus. */
    public static SesEvent reject(Mail mail) {
        return of(mail, "Reject", "reject", object().put("reason", "Bad content"));
    }

    /**
     * The e-mail is still on its way.
     *
     * @param delayType such as {@code MailboxFull}
     */
    public static SesEvent deliveryDelay(Mail mail, String delayType) {
        ObjectNode delay = object().put("timestamp", now()).put("delayType", delayType).put("expirationTime",
                mail.sentAt().plus(Duration.ofHours(14)).toString())
                .put("reportingMTA", "a8-70.smtp-out.amazonses.com");
        ArrayNode delayed = delay.putArray("delayedRecipients");
        mail.to().forEach(address -> delayed.addObject().put("emailAddress", address).put("status", "4.4.1")
                .put("diagnosticCode", "smtp; 421 4.4.1 Unable to connect to remote host"));
        return of(mail, "DeliveryDelay", "deliveryDelay", delay);
    }

    private static SesEvent of(Mail mail, String eventType, String part, ObjectNode content) {
        ObjectNode event = object().put("eventType", eventType);
        event.set("mail", mail(mail));
        event.set(part, content);
        return new SesEvent(part, mail.tracking().configurationSet(), event.toString());
    }

    private static ObjectNode mail(Mail mail) {
        ObjectNode described = object().put("timestamp", mail.sentAt().toString()).put("source", mail.from())
                .put("sendingAccountId", "123456789012").put("messageId", mail.messageId());
        texts(described.putArray("destination"), mail.to());
        described.put("headersTruncated", false);
        ArrayNode headers = described.putArray("headers");
        headers.addObject().put("name", "From").put("value", mail.from());
        headers.addObject().put("name", "To").put("value", String.join(", ", mail.to()));
        headers.addObject().put("name", "Subject").put("value", mail.subject());
        mail.headers().forEach(header -> headers.addObject().put("name", header.name()).put("value", header.value()));
        ObjectNode common = described.putObject("commonHeaders");
        texts(common.putArray("from"), List.of(mail.from()));
        texts(common.putArray("to"), mail.to());
        common.put("messageId", mail.messageId()).put("subject", mail.subject());
        describeTags(mail, described.putObject("tags"));
        return described;
    }

    /** SES adds tags of its own, and writes a list for each. */
    private static void describeTags(Mail mail, ObjectNode tags) {
        texts(tags.putArray("ses:configuration-set"), List.of(mail.tracking().configurationSet()));
        texts(tags.putArray("ses:from-domain"), List.of(mail.from().substring(mail.from().indexOf('@') + 1)));
        mail.tracking().tags().forEach((name, value) -> texts(tags.putArray(name), List.of(value)));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String id() {
        return UUID.randomUUID() + "-000000";
    }

    private static String now() {
        return Instant.now().toString();
    }

    /** Without the document, which contains addresses. */
    @Override
    public String toString() {
        return "SesEvent[" + type + "]";
    }
}
