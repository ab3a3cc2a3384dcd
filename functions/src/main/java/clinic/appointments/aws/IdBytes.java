package clinic.appointments.aws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Ids as stored: a UUID takes 16 bytes instead of its text's 36, any other id is its text. */
final class IdBytes {

    static final int UUID_LENGTH = 16;

    private IdBytes() {
    }

    static AttributeValue value(String id) {
        return uuid(id).map(IdBytes::bytes).map(SdkBytes::fromByteArray).map(AttributeValue::fromB)
                .orElseGet(() -> Attributes.textOf(id));
    }

    static String read(AttributeValue stored) {
        return Optional.ofNullable(stored.s()).orElseGet(() -> text(stored.b().asByteBuffer()));
    }

    static byte[] bytes(UUID uuid) {
        return ByteBuffer.allocate(UUID_LENGTH).putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits()).array();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The text of a UUID's bytes. */
    static String text(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /** The UUID whose text is exactly the id. */
    static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id)).filter(uuid -> uuid.toString().equals(id));
        } catch (IllegalArgumentException another) {
            return Optional.empty();
        }
    }
}
