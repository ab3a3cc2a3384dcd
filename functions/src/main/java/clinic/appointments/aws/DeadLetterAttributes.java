package clinic.appointments.aws;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.wire.MessageIds;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/**
 * The attributes of a parked message: the reason, its ids, the time of first sending, its client, and its original
 * attributes, unchanged. In this order, attributes that fit next to the body are kept: the message itself is worth
 * more.
 */
final class DeadLetterAttributes {

    /** A message has at most 10 attributes (Amazon SQS Developer Guide, Amazon SQS message metadata). */
    private static final int MAX_ATTRIBUTES = 10;
    /**
     * Limits in bytes of body, names, types and values: 1 MiB, or 256 KiB for queues created before the limit was
     * raised (Amazon SQS API Reference, SendMessage; Amazon SQS Developer Guide, Amazon SQS message quotas). A
     * dead-letter queue accepts every message that its work queue has accepted.
     */
    private static final List<Long> LIMITS = List.of(262_144L, 1_048_576L);

    private DeadLetterAttributes() {
    }

    static Map<String, MessageAttributeValue> of(IncomingMessage message, String reason) {
        Map<String, MessageAttributeValue> wanted = new LinkedHashMap<>();
        wanted.put(IncomingMessage.PARKED_REASON, CorrelationAttributes.text(reason));
        MessageIds ids = MessageIds.of(message);
        wanted.put(IncomingMessage.REQUEST_ID, CorrelationAttributes.text(ids.request()));
        wanted.put(IncomingMessage.CORRELATION_ID, CorrelationAttributes.text(ids.correlation()));
        message.sentAt().map(sent -> Long.toString(sent.toEpochMilli()))
                .ifPresent(sent -> wanted.put(IncomingMessage.SENT_AT, CorrelationAttributes.text(sent)));
        message.attribute(IncomingMessage.CLIENT)
                .ifPresent(client -> wanted.put(IncomingMessage.CLIENT, CorrelationAttributes.text(client)));
        cameWith(message).forEach(wanted::putIfAbsent);
        long body = bytes(message.body());
        return fitting(wanted, limitOf(body + size(cameWith(message))) - body);
    }

    /** The lowest limit that the original message does not exceed. */
    private static long limitOf(long bytes) {
        return LIMITS.stream().filter(limit -> bytes <= limit).findFirst().orElseGet(LIMITS::getLast);
    }

    private static Map<String, MessageAttributeValue> cameWith(IncomingMessage message) {
        Map<String, MessageAttributeValue> attributes = new TreeMap<>();
        message.attributes().forEach((name, value) -> attributes.put(name, CorrelationAttributes.text(value)));
        message.foreign().forEach((name, value) -> attributes.put(name, asItCame(value)));
        return attributes;
    }

    private static MessageAttributeValue asItCame(IncomingMessage.Foreign attribute) {
        return MessageAttributeValue.builder().dataType(attribute.dataType())
                .stringValue(attribute.text().orElse(null))
                .binaryValue(attribute.bytes().map(bytes -> SdkBytes.fromByteBuffer(bytes.duplicate())).orElse(null))
                .build();
    }

    private static Map<String, MessageAttributeValue> fitting(Map<String, MessageAttributeValue> wanted, long bytes) {
        Map<String, MessageAttributeValue> kept = new LinkedHashMap<>();
        long left = bytes;
        for (Map.Entry<String, MessageAttributeValue> attribute : wanted.entrySet()) {
            long size = size(attribute);
            if (kept.size() < MAX_ATTRIBUTES && size <= left) {
                kept.put(attribute.getKey(), attribute.getValue());
                left -= size;
            }
        }
        return kept;
    }

    private static long size(Map<String, MessageAttributeValue> attributes) {
        return attributes.entrySet().stream().mapToLong(DeadLetterAttributes::size).sum();
    }

    private static long size(Map.Entry<String, MessageAttributeValue> attribute) {
        MessageAttributeValue value = attribute.getValue();
        long content = Optional.ofNullable(value.stringValue()).map(DeadLetterAttributes::bytes)
                .orElseGet(() -> (long) value.binaryValue().asByteArrayUnsafe().length);
        return bytes(attribute.getKey()) + bytes(value.dataType()) + content;
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
