package clinic.appointments.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The hashes of one payload: with each secret in use, current first. A record with any of them has that payload. */
record PayloadHashes(List<String> values) {

    /**
     * The hashes of a payload.
     *
     * @param versions its fingerprint in each version, current first
     */
    static PayloadHashes of(Stream<String> versions) {
        return new PayloadHashes(versions.map(DynamoDbIdempotencyStore::hash).toList());
    }

    String current() {
        return values.getFirst();
    }

    boolean areOf(StoredRecord record) {
        return values.stream().anyMatch(record::isOf);
    }

    /** The operands of an {@code IN}. */
    String placeholders() {
        return attributes().keySet().stream().sorted().collect(Collectors.joining(", "));
    }

    /** The values of {@link #placeholders}. */
    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new HashMap<>();
        values.forEach(hash -> attributes.put(":hash" + attributes.size(), Attributes.textOf(hash)));
        return attributes;
    }
}
