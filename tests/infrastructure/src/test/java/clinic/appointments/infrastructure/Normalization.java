package clinic.appointments.infrastructure;

import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** What of a template is compared: not the order of keys, not hashes of code, not metadata about the construct tree. */
final class Normalization {

    private static final Pattern HASH = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern DERIVED_ID = Pattern.compile("((?:CurrentVersion|Deployment)[0-9A-F]{8})[0-9a-f]{32}");

    private Normalization() {
    }

    static JsonNode of(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> object(object);
            case ArrayNode array -> {
                var copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(of(element)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(mask(text.asText()));
            default -> node;
        };
    }

    private static ObjectNode object(ObjectNode object) {
        var sorted = new TreeMap<String, JsonNode>();
        object.propertyStream().filter(entry -> !isAboutConstructs(entry.getKey()))
                .forEach(entry -> sorted.put(mask(entry.getKey()), of(entry.getValue())));
        // Metadata that was about constructs only is gone altogether.
        sorted.computeIfPresent("Metadata", (_, metadata) -> metadata.isEmpty() ? null : metadata);
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }

    private static boolean isAboutConstructs(String key) {
        return key.equals("aws:cdk:path") || key.startsWith("aws:asset:");
    }

    private static String mask(String text) {
        return DERIVED_ID.matcher(HASH.matcher(text).replaceAll("<hash>")).replaceAll("$1<hash>");
    }
}
