package clinic.appointments.infrastructure.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The source document of the API. */
public record OpenApiDocument(ObjectNode root) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    /** Reads the document of this service; every call returns a new copy. */
    public static OpenApiDocument read() {
        try (var yaml = OpenApiDocument.class.getResourceAsStream("/api/openapi.yaml")) {
            return new OpenApiDocument((ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every operation, in the order of the document. */
    public List<ApiOperation> operations() {
        return root.path("paths").propertyStream()
                .flatMap(path -> path.getValue().propertyStream().filter(entry -> METHODS.contains(entry.getKey()))
                        .map(entry -> new ApiOperation(path.getKey(), entry.getKey(), (ObjectNode) entry.getValue())))
                .toList();
    }

    /** The node with the references to these components replaced by their targets. */
    public JsonNode inlined(JsonNode node, Set<String> components) {
        if (node instanceof ArrayNode array) {
            var copy = array.arrayNode();
            array.forEach(element -> copy.add(inlined(element, components)));
            return copy;
        }
        return node instanceof ObjectNode object ? inlinedObject(object, components) : node;
    }

    private JsonNode inlinedObject(ObjectNode object, Set<String> components) {
        var reference = object.path("$ref").asText();
        if (Stream.of(reference.split("/")).anyMatch(components::contains)) {
            return inlined(root.at(reference.substring(1)), components);
        }
        var copy = object.objectNode();
        object.propertyStream().forEach(entry -> copy.set(entry.getKey(), inlined(entry.getValue(), components)));
        return copy;
    }
}
