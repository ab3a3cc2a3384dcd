package clinic.appointments.infrastructure.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The document in the form that API Gateway accepts: without unsupported parts (API Gateway: "Amazon API Gateway
 * important notes for REST APIs"), without rules whose error messages would quote the value, with integrations, and
 * with authorization on each operation, because API Gateway ignores the global one.
 */
final class DeployedDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Keywords whose values are schemas. */
    private static final Set<String> INLINED = Set.of("parameters", "responses");
    private static final Set<String> UNKNOWN = Set.of("example", "examples", "x-command", "x-rule", "x-codes");
    private static final Set<String> QUOTING = Set.of("pattern", "minLength", "maxLength", "enum", "minimum",
            "maximum");

    /** Statuses of a write whose responses are problems. */
    private static final List<String> MAPPED = List.of("400", "500");

    private final OpenApiDocument document;
    private final Function<ApiOperation, ObjectNode> integration;
    private final EndpointSecurity security;

    /**
     * @param integration the integration of each operation
     */
    DeployedDocument(OpenApiDocument document, Function<ApiOperation, ObjectNode> integration,
            EndpointSecurity security) {
        this.document = document;
        this.integration = integration;
        this.security = security;
    }

    /** The form that the CDK accepts, with names in the order of the document. */
    Map<String, Object> body() {
        var body = (ObjectNode) without(document.inlined(document.root(), INLINED), UNKNOWN);
        var components = (ObjectNode) body.path("components");
        components.set("schemas", schemas(components.path("schemas")));
        components.remove(List.copyOf(INLINED));
        document.operations().forEach(operation -> complete(operation, body));
        body.remove("security");
        security.addTo(body);
        return JSON.convertValue(body, new TypeReference<>() {
        });
    }

    private void complete(ApiOperation operation, ObjectNode body) {
        var deployed = (ObjectNode) body.path("paths").path(operation.path()).path(operation.method());
        deployed.set("security", body.path("security"));
        deployed.set("x-amazon-apigateway-integration", integration.apply(operation));
        if (operation.command().isPresent()) {
            MAPPED.forEach(status -> declareContentType((ObjectNode) deployed.path("responses").path(status)));
        }
    }

    /** The method must declare every header that the integration maps, although OpenAPI itself omits this one. */
    private static void declareContentType(ObjectNode response) {
        response.withObject("/headers/Content-Type").withObject("/schema").put("type", "string");
    }

    /** Removes rules about values from schemas only, because a field may have the name of such a rule. */
    private static ObjectNode schemas(JsonNode schemas) {
        var copy = JSON.createObjectNode();
        schemas.propertyStream().forEach(entry -> copy.set(entry.getKey(), schema(entry.getValue())));
        return copy;
    }

    private static JsonNode schema(JsonNode schema) {
        var copy = ((ObjectNode) schema.deepCopy()).without(QUOTING);
        if (schema.has("properties")) {
            ((ObjectNode) copy).set("properties", schemas(schema.path("properties")));
        }
        if (schema.has("items")) {
            ((ObjectNode) copy).set("items", schema(schema.path("items")));
        }
        return copy;
    }

    private static JsonNode without(JsonNode node, Set<String> names) {
        if (node instanceof ArrayNode array) {
            var copy = array.arrayNode();
            array.forEach(element -> copy.add(without(element, names)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var copy = object.objectNode();
        object.propertyStream().filter(entry -> !names.contains(entry.getKey()))
                .forEach(entry -> copy.set(entry.getKey(), without(entry.getValue(), names)));
        return copy;
    }
}
