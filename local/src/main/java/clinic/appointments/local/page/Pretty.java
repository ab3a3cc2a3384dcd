package clinic.appointments.local.page;

import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Data as a person reads it. */
final class Pretty {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Pretty() {
    }

    static String json(JsonNode json) {
        return json.toPrettyString();
    }

    /** A text that may be JSON. */
    static String text(String text) {
        try {
            return text.startsWith("{") ? json(JSON.readTree(text)) : text;
        } catch (JsonProcessingException _) {
            return text;
        }
    }

    /** The value of a field of a text that may be JSON; empty if it has none. */
    static String field(String text, String name) {
        try {
            return text.startsWith("{") ? JSON.readTree(text).path(name).asText("") : "";
        } catch (JsonProcessingException _) {
            return "";
        }
    }

    /** One field a line. */
    static String lines(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining("\n"));
    }

    static String fields(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("  "));
    }
}
