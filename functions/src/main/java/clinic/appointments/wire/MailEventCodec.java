package clinic.appointments.wire;

import java.util.Optional;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.MailEvent;
import clinic.appointments.message.MailEvent.Kind;

/**
 * Reads the events of SES as SNS delivers them raw (SES: "Contents of event data that Amazon SES publishes to Amazon
 * SNS"). Of the addresses, headers and texts in an event nothing is read.
 */
public final class MailEventCodec {

    /** What SES publishes once, when it begins to publish to a topic; documented nowhere, and seen by everybody. */
    private static final String GREETING = "Successfully validated SNS topic for Amazon SES event publishing.";

    private MailEventCodec() {
    }

    /**
     * Reads a message.
     *
     * @throws MalformedMessageException when it is no event of SES
     */
    public static MailEvent decode(IncomingMessage message) {
        return message.body().strip().equals(GREETING)
                ? new MailEvent(Kind.OTHER, Optional.empty())
                : read(new Fields(Json.readForeign(message.body())));
    }

    private static MailEvent read(Fields event) {
        Kind kind = kind(event);
        Optional<Fields> tags = event.optionalObject("mail").flatMap(mail -> mail.optionalObject("tags"));
        return new MailEvent(kind, tags.flatMap(NotificationTags::read));
    }

    private static Kind kind(Fields event) {
        return switch (event.text("eventType")) {
            case "Bounce" -> bounce(part(event, "bounce").text("bounceType"));
            case "Complaint" -> complaint(part(event, "complaint"));
            case "Reject" -> Kind.REJECT;
            case "DeliveryDelay" -> Kind.DELIVERY_DELAY;
            case String _ -> Kind.OTHER;
        };
    }

    private static Kind bounce(String type) {
        return switch (type) {
            case "Permanent" -> Kind.BOUNCE_PERMANENT;
            case "Transient" -> Kind.BOUNCE_TRANSIENT;
            case String _ -> Kind.BOUNCE_UNDETERMINED;
        };
    }

    /** A mailbox provider corrects an earlier report with this type. */
    private static Kind complaint(Fields complaint) {
        return complaint.is("complaintFeedbackType", "not-spam") ? Kind.NOT_SPAM : Kind.COMPLAINT;
    }

    private static Fields part(Fields event, String name) {
        return event.optionalObject(name).orElseThrow(() -> new MalformedMessageException(name, "is missing"));
    }
}
