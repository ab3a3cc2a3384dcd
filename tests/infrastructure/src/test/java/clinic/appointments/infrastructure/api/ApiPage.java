package clinic.appointments.infrastructure.api;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The document as a page for authors of clients. */
final class ApiPage {

    private static final String GENERATED = """
            This page is generated from `infrastructure/src/main/resources/api/openapi.yaml`, which any OpenAPI \
            tool can read, and
            `ApiPageTest` compares the two. After a change of the document, run
            `mvn -q -Ppages test`.

            Locally, `mvn -ntp -Plocal -Dkeep` prints the API's address, and requests need no signature. On \
            AWS, the address
            is the output `ApiUrl` of the service stack, and the caller's role needs `execute-api:Invoke`.
            """;

    private final OpenApiDocument document;

    ApiPage(OpenApiDocument document) {
        this.document = document;
    }

    String text() {
        var root = document.root();
        return "# The HTTP API\n\n" + root.at("/info/description").asText() + "\n\n" + GENERATED + "\n" + operations()
                + details() + codes();
    }

    private String operations() {
        return "| operation | summary |\n|---|---|\n" + document.operations().stream()
                .map(operation -> "| [`" + operation + "`](#" + operation.node().path("operationId").asText()
                        .toLowerCase(Locale.ROOT) + ") | " + operation.node().path("summary").asText() + " |\n")
                .collect(Collectors.joining());
    }

    private String details() {
        return document.operations().stream().map(this::details).collect(Collectors.joining());
    }

    private String details(ApiOperation operation) {
        var node = operation.node();
        var whole = document.inlined(node, Set.of("parameters", "responses", "schemas"));
        return "\n## " + node.path("operationId").asText() + "\n\n`" + operation + "`\n\n"
                + node.path("description").asText() + "\n\n" + command(operation) + parameters(whole) + body(whole)
                + responses(whole);
    }

    private static String command(ApiOperation operation) {
        return operation.command()
                .map(command -> "Puts `" + command.type() + "` on `" + command.queue().id() + "`.\n\n")
                .orElse("");
    }

    private static String parameters(JsonNode operation) {
        var rows = operation.path("parameters").valueStream()
                .map(parameter -> row(parameter.path("name").asText() + " (" + parameter.path("in").asText() + ")",
                        parameter.path("required").asBoolean(), parameter.path("schema"),
                        parameter.path("description").asText()))
                .collect(Collectors.joining());
        return table("parameter", rows);
    }

    private static String body(JsonNode operation) {
        var json = operation.at("/requestBody/content/application~1json");
        return table("field", fields(json.path("schema"), "").collect(Collectors.joining()))
                + json.path("examples").propertyStream().map(Map.Entry::getValue)
                        .map(example -> example.path("summary").asText() + ":\n\n```json\n"
                                + example.path("value").toString() + "\n```\n\n")
                        .collect(Collectors.joining());
    }

    private static Stream<String> fields(JsonNode schema, String prefix) {
        return schema.path("properties").propertyStream().flatMap(field -> {
            var required = schema.path("required").valueStream().anyMatch(name -> name.asText().equals(field.getKey()));
            var name = prefix + field.getKey();
            return Stream.concat(
                    Stream.of(row(name, required, field.getValue(), field.getValue().path("description").asText())),
                    fields(field.getValue(), name + "."));
        });
    }

    private static String responses(JsonNode operation) {
        return operation.path("responses").propertyStream()
                .map(response -> "- **" + response.getKey() + "** " + response.getValue().path("description").asText()
                        + example(response.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String example(JsonNode response) {
        return response.path("content").propertyStream().map(Map.Entry::getValue).filter(media -> media.has("example"))
                .map(media -> " `" + media.path("example") + "`").collect(Collectors.joining());
    }

    private String codes() {
        return "\n## Rejections\n\n" + document.root().at("/components/schemas/RejectionReason/description").asText()
                + "\n\n| code | meaning |\n|---|---|\n"
                + document.root().at("/components/schemas/RejectionReason/x-codes").propertyStream()
                        .map(code -> "| `" + code.getKey() + "` | " + code.getValue().asText() + " |\n")
                        .collect(Collectors.joining());
    }

    private static String table(String column, String rows) {
        return rows.isEmpty() ? "" : "| " + column + " | | rule | |\n|---|---|---|---|\n" + rows + "\n";
    }

    private static String row(String name, boolean required, JsonNode schema, String description) {
        return "| `" + name + "` | " + (required ? "required" : "") + " | " + rule(schema) + " | " + description
                + " |\n";
    }

    private static String rule(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining(", "));
        }
        return schema.has("minimum") ? schema.path("minimum") + " to " + schema.path("maximum")
                : schema.path("x-rule").asText().replaceFirst("^must be ", "").replace("<", "&lt;");
    }
}
