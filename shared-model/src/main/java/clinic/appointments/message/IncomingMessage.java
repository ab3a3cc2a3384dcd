package clinic.appointments.message;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A message as a queue delivers it, before anybody has read it. Prints as its id: the body is protected.
 *
 * @param attributes its message attributes that are text
 * @param foreign those of other types than String, which nobody here reads and a parked message keeps
 */
public record IncomingMessage(String messageId, String body, Map<String, String> attributes, Delivery delivery,
        Map<String, Foreign> foreign) {

    /** Attribute with the request's id: survives a redrive, which gives the message another id. */
    public static final String REQUEST_ID = "requestId";
    /** Attribute that names the client whose the request's id is; absent where that is the queue's. */
    public static final String CLIENT = "client";
    /** Attribute with the correlation id. */
    public static final String CORRELATION_ID = "correlationId";
    /** Attribute with the time at which it was sent first, in milliseconds since the epoch: survives a redrive, too. */
    public static final String SENT_AT = "sentAt";
    /** Attribute that says why a message stands in a dead-letter queue. */
    public static final String PARKED_REASON = "parkedReason";

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    /**
     * A message attribute as it came.
     *
     * @param dataType such as {@code Binary} or {@code Number.int}
     * @param text empty when it has bytes
     * @param bytes empty when it is text
     */
    public record Foreign(String dataType, Optional<String> text, Optional<ByteBuffer> bytes) {
    }

    /**
     * What the queue says of a delivery.
     *
     * @param receiptHandle names this delivery to the queue
     * @param receiveCount how often the message was delivered, this time included
     * @param sentAt when the message was sent, by the queue's clock; empty when the queue does not say
     */
    public record Delivery(String receiptHandle, int receiveCount, Optional<Instant> sentAt) {
    }

    public IncomingMessage {
        attributes = Map.copyOf(attributes);
        foreign = Map.copyOf(foreign);
    }

    /** As most are: all attributes are of type String. */
    public IncomingMessage(String messageId, String body, Map<String, String> attributes, Delivery delivery) {
        this(messageId, body, attributes, delivery, Map.of());
    }

    public String receiptHandle() {
        return delivery.receiptHandle();
    }

    public int receiveCount() {
        return delivery.receiveCount();
    }

    /**
     * When it was sent first: a message that is sent on from a dead-letter queue says so itself, but can only make
     * itself older. Empty when the queue does not say.
     */
    public Optional<Instant> sentAt() {
        return delivery.sentAt().map(
                sent -> attribute(SENT_AT).flatMap(IncomingMessage::instant).filter(sent::isAfter).orElse(sent));
    }

    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    private static Optional<Instant> instant(String millis) {
        return MILLIS.matcher(millis).matches()
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(millis)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "IncomingMessage[" + messageId + "]";
    }
}
