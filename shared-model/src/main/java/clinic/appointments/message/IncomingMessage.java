package clinic.appointments.message;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import clinic.appointments.model.ClientId;

/**
 * An incoming message: a message as a queue delivers it, before it is read. Its text form is its id: the body is
 * protected.
 *
 * @param attributes message attributes of type String
 * @param foreign attributes of other types: the service ignores them, and a parked message keeps them
 */
public record IncomingMessage(String messageId, String body, Map<String, String> attributes, Delivery delivery,
        Map<String, Foreign> foreign) {

    /** Attribute with the request's id: survives a redrive, which gives the message another id. */
    public static final String REQUEST_ID = "requestId";
    /** Attribute with the client to which the request's id belongs; absent when that is the queue itself. */
    public static final String CLIENT = "client";
    /** Attribute with the correlation id. */
    public static final String CORRELATION_ID = "correlationId";
    /** Attribute with the time of first sending, in milliseconds since the epoch: survives a redrive, too. */
    public static final String SENT_AT = "sentAt";
    /** Attribute with the reason why a message is in a dead-letter queue. */
    public static final String PARKED_REASON = "parkedReason";

    private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

    /**
     * A foreign attribute: a message attribute of another type than String, as it came.
     *
     * @param dataType such as {@code Binary} or {@code Number.int}
     * @param text empty when the value is binary
     * @param bytes empty when the value is text
     */
    public record Foreign(String dataType, Optional<String> text, Optional<ByteBuffer> bytes) {
    }

    /**
     * A delivery: the queue's own data on one handover of a message.
     *
     * @param receiptHandle the queue's name for this delivery
     * @param receiveCount number of deliveries of the message, including this one
     * @param sentAt time of sending by the queue's clock; empty when the queue does not report it
     * @param group empty when the sender named none
     * @param senderId the sender as the queue has authenticated it; empty when the queue does not report it
     */
    public record Delivery(String receiptHandle, int receiveCount, Optional<Instant> sentAt,
            Optional<MessageGroup> group, Optional<String> senderId) {

        /** A delivery of a message without group and sender. */
        public Delivery(String receiptHandle, int receiveCount, Optional<Instant> sentAt) {
            this(receiptHandle, receiveCount, sentAt, Optional.empty(), Optional.empty());
        }
    }

    public IncomingMessage {
        attributes = Map.copyOf(attributes);
        foreign = Map.copyOf(foreign);
    }

    /** A message with attributes of type String only, like most messages. */
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
     * Time of first sending. A message that is redriven from a dead-letter queue carries its own time, which can only
     * make it older. Empty when the queue does not report it.
     */
    public Optional<Instant> sentAt() {
        return delivery.sentAt().map(
                sent -> attribute(SENT_AT).flatMap(IncomingMessage::instant).filter(sent::isAfter).orElse(sent));
    }

    /** The group of the message; without one, that of its client, which a redrive keeps. */
    public Optional<MessageGroup> group() {
        return delivery.group().or(() -> attribute(CLIENT).flatMap(ClientId::find).map(MessageGroup::of));
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
