package clinic.appointments.priming;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The checksums that SQS returns for a message, which the SDK compares with its own (SQS Developer Guide: "Calculating
 * the MD5 message digest for message attributes").
 */
final class Checksums {

    private static final int TEXT = 1;
    private static final int BINARY = 2;

    private Checksums() {
    }

    /** The answer to a message that was sent. */
    static ObjectNode ofSent(JsonNode message, String id) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("MessageId", id).put("MD5OfMessageBody",
                md5(bytes(message.path("MessageBody").asText())));
        JsonNode attributes = message.path("MessageAttributes");
        return attributes.isEmpty() ? answer : answer.put("MD5OfMessageAttributes", md5(encoded(attributes)));
    }

    private static byte[] encoded(JsonNode attributes) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        attributes.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        sorted.forEach((name, attribute) -> {
            write(bytes(name), encoded);
            write(bytes(attribute.path("DataType").asText()), encoded);
            boolean isText = attribute.has("StringValue");
            encoded.write(isText ? TEXT : BINARY);
            write(isText ? bytes(attribute.path("StringValue").asText())
                    : Base64.getDecoder().decode(attribute.path("BinaryValue").asText()), encoded);
        });
        return encoded.toByteArray();
    }

    private static void write(byte[] part, ByteArrayOutputStream encoded) {
        encoded.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        encoded.writeBytes(part);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has MD5", impossible);
        }
    }
}
