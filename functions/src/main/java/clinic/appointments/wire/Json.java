package clinic.appointments.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON within the service's limits. Jackson's exceptions never leave this class: they quote the input. */
public final class Json {

    private static final int MAX_NESTING = 16;
    private static final int MAX_STRING_LENGTH = 4 * 1024;
    private static final int MAX_DOCUMENT_LENGTH = 64 * 1024;

    /** An SNS message and an SQS message have at most 256 KiB (Amazon SNS: "Amazon SNS message quotas"). */
    private static final int MAX_FOREIGN_LENGTH = 256 * 1024;

    private static final ObjectMapper MAPPER = mapper(MAX_STRING_LENGTH, MAX_DOCUMENT_LENGTH);
    private static final ObjectMapper FOREIGN = mapper(MAX_FOREIGN_LENGTH, MAX_FOREIGN_LENGTH);

    private Json() {
    }

    /**
     * Reads an object.
     *
     * @throws MalformedMessageException when the text is not an object, has a field twice, or exceeds a limit
     */
    public static ObjectNode read(String text) {
        if (text.length() > MAX_DOCUMENT_LENGTH) {
            throw new MalformedMessageException("body", "must have at most " + MAX_DOCUMENT_LENGTH + " characters");
        }
        return parse(MAPPER, withoutByteOrderMark(text)) instanceof ObjectNode object ? object
                : refuse("must be a JSON object");
    }

    /**
     * Reads an object that another service wrote, and which may quote texts of any length.
     *
     * @throws MalformedMessageException when the text is not an object, or has a field twice
     */
    static ObjectNode readForeign(String text) {
        return parse(FOREIGN, text) instanceof ObjectNode object ? object : refuse("must be a JSON object");
    }

    /** The text without a byte order mark, which a reader may ignore (RFC 8259, section 8.1) and some editors write. */
    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** The canonical text: the same for the same content, regardless of white space and the order of fields. */
    public static String canonical(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(MAPPER.treeToValue(node, Object.class));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a tree that was read cannot be written: "
                    + unwritable.getClass().getSimpleName());
        }
    }

    private static JsonNode parse(ObjectMapper mapper, String text) {
        try {
            return mapper.readTree(text);
        } catch (StreamConstraintsException tooMuch) {
            return refuse("must be at most " + MAX_NESTING + " deep, with strings of at most " + MAX_STRING_LENGTH
                    + " characters");
        } catch (JsonProcessingException quotingItsInput) {
            return refuse("must be JSON, without a field twice");
        }
    }

    private static ObjectNode refuse(String rule) {
        throw new MalformedMessageException("body", rule);
    }

    private static ObjectMapper mapper(int maxString, int maxDocument) {
        StreamReadConstraints limits = StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING)
                .maxStringLength(maxString).maxDocumentLength(maxDocument).build();
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
        return JsonMapper.builder(factory).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }
}
