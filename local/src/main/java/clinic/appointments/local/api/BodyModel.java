package clinic.appointments.local.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.core.JacksonException;

/**
 * The model that validates a body: a JSON schema of draft 4, with API Gateway's wording for errors.
 *
 * @param schema complete with everything that it refers to
 */
record BodyModel(Schema schema) {

    private static final SchemaRegistry DRAFT_4 = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4);
    /** API Gateway: "Amazon API Gateway important notes for REST APIs". */
    private static final Set<String> NOT_VALIDATED = Set.of("maxItems", "minItems");

    /** The model of an operation's JSON body; empty when the operation has none. */
    static Optional<BodyModel> of(JsonNode operation, JsonNode components) {
        JsonNode reference = operation.at("/requestBody/content/application~1json/schema");
        if (reference.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode whole = JsonNodeFactory.instance.objectNode().put("$ref", reference.path("$ref").asText());
        whole.set("components", components);
        return Optional.of(new BodyModel(DRAFT_4.getSchema(whole.toString())));
    }

    /** The errors of a body; empty when it is valid. */
    Optional<String> breach(String body) {
        if (body.isBlank()) {
            return Optional.of("the body is missing");
        }
        try {
            List<String> words = schema.validate(body, InputFormat.JSON).stream()
                    .filter(error -> !NOT_VALIDATED.contains(error.getKeyword())).collect(Collectors
                            .groupingBy(error -> error.getKeyword() + error.getInstanceLocation(),
                                    TreeMap::new, Collectors.toList()))
                    .values().stream().map(BodyModel::words).toList();
            return words.isEmpty() ? Optional.empty() : Optional.of("[" + String.join(", ", words) + "]");
        } catch (IllegalArgumentException | JacksonException unreadable) {
            return Optional.of("the body is not JSON");
        }
    }

    /** Describes several errors of one keyword at one location in one sentence. */
    private static String words(List<Error> errors) {
        return switch (errors.getFirst().getKeyword()) {
            case "required" -> "object has missing required properties (" + properties(errors) + ")";
            case "additionalProperties" ->
                "object instance has properties which are not allowed by the schema: " + properties(errors);
            case "type" -> "instance type (%s) does not match any allowed primitive type (allowed: [\"%s\"])"
                    .formatted(errors.getFirst().getArguments()[0], errors.getFirst().getArguments()[1]);
            case "uniqueItems" -> "array must not contain duplicate elements";
            default -> throw new ApiException("Models with " + errors.getFirst().getKeyword() + " are not supported.");
        };
    }

    private static String properties(List<Error> errors) {
        return errors.stream().map(error -> "\"" + error.getProperty() + "\"").sorted()
                .collect(Collectors.joining(",", "[", "]"));
    }
}
