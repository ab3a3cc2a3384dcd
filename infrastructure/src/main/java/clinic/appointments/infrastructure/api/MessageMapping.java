package clinic.appointments.infrastructure.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.model.IdFormat;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The mapping templates of a write, which form a message from the request and a response from that of SQS. This class
 * fills the files in {@code api/velocity} with the values of the operation.
 *
 * @param queueUrl URL of the message's queue
 */
record MessageMapping(OpenApiDocument document, ApiOperation operation, ApiOperation.Command command,
        String queueUrl) {

    private static final String NAME = "name";

    /** Renders the call of SendMessage. */
    String request() {
        return VelocityTemplate.named("send-message").document(Map.of("idPattern", IdFormat.PATTERN, "idRule",
                rule("Id"), "correlationHeader", Correlation.HEADER, "correlationPattern", Correlation.PATTERN,
                "correlationRule", rule("CorrelationId"), "checks", String.join("\n", checks()), "handedOver",
                handedOver(), "queueUrl", queueUrl, "message", message()));
    }

    /** Renders the 202. */
    String accepted() {
        var ids = eachOf("accepted-id", operation.pathParameters(), "");
        var newId = command.makes().isEmpty() ? "" : named("accepted-new-id", command.makes());
        return VelocityTemplate.named("accepted")
                .document(Map.of("segments", Integer.toString(operation.segments()), "ids", ids + newId,
                        "correlationHeader", Correlation.HEADER));
    }

    /** Renders the 400, or a 500 when the fault is not the client's. */
    String refused() {
        return VelocityTemplate.named("refused").document(Map.of("failed", failed()));
    }

    /** Renders the 500. */
    String failed() {
        return VelocityTemplate.named("failed").filled(Map.of());
    }

    private String handedOver() {
        var names = Stream.concat(ids().stream(), Stream.of(IncomingMessage.CORRELATION_ID)).toList();
        return eachOf("handed-over", names, "\n");
    }

    private String message() {
        return VelocityTemplate.named(operation.hasBody() ? "message-with-body" : "message")
                .filled(Map.of("type", command.type(), "ids", eachOf("message-id", ids(), "")));
    }

    private List<String> ids() {
        return Stream.concat(Stream.of("requestId"), operation.pathParameters().stream()).toList();
    }

    private static String eachOf(String template, List<String> names, String separator) {
        return names.stream().map(name -> named(template, name)).collect(Collectors.joining(separator));
    }

    private static String named(String template, String name) {
        return VelocityTemplate.named(template).filled(Map.of(NAME, name));
    }

    private List<String> checks() {
        var checks = new ArrayList<String>();
        operation.pathParameters().forEach(name -> checks.addAll(
                new ValueCheck(name, name, parameter(name), true).of("$input.params('" + name + "')")));
        if (operation.hasBody()) {
            checks.add(VelocityTemplate.named("no-field-twice").filled(Map.of()));
            checks.addAll(checks(body(), "$.", ""));
        }
        return checks;
    }

    private List<String> checks(JsonNode schema, String path, String prefix) {
        return schema.path("properties").propertyStream()
                .flatMap(property -> checks(schema, property, path, prefix).stream()).toList();
    }

    private List<String> checks(JsonNode schema, Map.Entry<String, JsonNode> property, String path, String prefix) {
        var name = prefix + property.getKey();
        var inner = path + property.getKey();
        return property.getValue().path("type").asText().equals("object")
                ? checks(property.getValue(), inner + ".", name + ".")
                : check(schema, property, name).of("$input.path('" + inner + "')");
    }

    private static ValueCheck check(JsonNode schema, Map.Entry<String, JsonNode> property, String name) {
        var required = isOfTheBody(name) && schema.path("required").valueStream()
                .anyMatch(field -> field.asText().equals(property.getKey()));
        return new ValueCheck(name, "value" + name.replace(".", ""), property.getValue(), required);
    }

    /** A required field of a nested object is checked only if the object is present; the model checks its presence. */
    private static boolean isOfTheBody(String name) {
        return name.indexOf('.') < 0;
    }

    private JsonNode body() {
        return document.inlined(operation.node().at("/requestBody/content/application~1json/schema"),
                Set.of("schemas"));
    }

    private JsonNode parameter(String name) {
        return document.inlined(operation.node().path("parameters"), Set.of("parameters", "schemas")).valueStream()
                .filter(parameter -> parameter.path(NAME).asText().equals(name)).findFirst().orElseThrow()
                .path("schema");
    }

    private String rule(String schema) {
        return schema(schema).path("x-rule").asText();
    }

    private JsonNode schema(String name) {
        return document.root().at("/components/schemas/" + name);
    }
}
