package clinic.appointments.infrastructure.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.IdFormat;
import clinic.appointments.model.RejectionReason;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The document is one that clients can be made from, and that API Gateway takes. */
class OpenApiDocumentTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
    private static final Set<String> ALL = Set.of("parameters", "responses", "schemas");

    @Test
    void isAValidDocument() {
        assertThat(new OpenAPIV3Parser().readContents(DOCUMENT.root().toString()).getMessages()).isEmpty();
    }

    @Test
    void aBrokenDocumentWouldBeFound() {
        var broken = OpenApiDocument.read().root();
        ((ObjectNode) broken.at("/paths/~1overdue/get")).remove("responses");
        assertThat(new OpenAPIV3Parser().readContents(broken.toString()).getMessages()).isNotEmpty();
    }

    /** The service and the document agree on ids, wherever one may stand. */
    @Test
    void idsHaveTheFormThatTheServiceAccepts() {
        var id = IdFormat.PATTERN;
        var schemas = DOCUMENT.root().at("/components/schemas");
        assertThat(schemas.at("/Id/pattern").asText()).isEqualTo("^" + id + "$");
        assertThat(schemas.at("/CorrelationId/pattern").asText()).isEqualTo("^" + Correlation.PATTERN + "$");
        assertThat(schemas.at("/CorrelationId/x-rule").asText()).isEqualTo(Correlation.RULE);
        assertThat(schemas.at("/Actor/pattern").asText()).isEqualTo("^" + id + "$");
        assertThat(schemas.at("/ResourceId/pattern").asText()).isEqualTo("^" + id + "(:" + id + ")?$");
        assertThat(schemas.findValuesAsText("pattern")).filteredOn(pattern -> pattern.contains("A-Za-z0-9_-]{1,3"))
                .hasSize(3);
    }

    /** A new reason needs a sentence. */
    @Test
    void saysASentenceForEveryRejectionAndForNoOther() {
        var reasons = Arrays.stream(RejectionReason.values()).map(Enum::name).collect(Collectors.toSet());
        var codes = DOCUMENT.root().at("/components/schemas/RejectionReason/x-codes");
        assertThat(codes.propertyStream().map(Map.Entry::getKey)).containsExactlyInAnyOrderElementsOf(reasons);
        assertThat(codes.valueStream().map(JsonNode::asText)).allMatch(sentence -> sentence.matches("[A-Z].*\\."));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void describesEveryOperationWhole(ApiOperation operation) {
        var node = DOCUMENT.inlined(operation.node(), ALL);
        assertThat(List.of("operationId", "summary", "description"))
                .allMatch(name -> !node.path(name).asText().isEmpty());
        assertThat(statuses(node)).contains("400", "403", "429", "500", "504");
        assertThat(node.path("parameters").valueStream()).allMatch(parameter -> parameter.has("description"));
        assertThat(node.path("responses").propertyStream().filter(response -> response.getKey().compareTo("400") >= 0))
                .allMatch(response -> response.getValue().path("content").has("application/problem+json"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void declaresEveryParameterOfThePath(ApiOperation operation) {
        assertThat(DOCUMENT.inlined(operation.node(), ALL).path("parameters").valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .map(parameter -> parameter.path("name").asText()))
                .containsExactlyElementsOf(operation.pathParameters());
    }

    @ParameterizedTest
    @MethodSource("writes")
    void answersAWriteBeforeItIsDone(ApiOperation write) {
        assertThat(statuses(write.node())).contains("202").doesNotContain("200");
        assertThat(write.node().path("parameters").toString()).contains("IdempotencyKey");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationTakesACorrelationId(ApiOperation operation) {
        assertThat(operation.node().path("parameters").toString()).contains("CorrelationId");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void givesAnExampleOfEveryBodyAndARuleForEveryField(ApiOperation operation) {
        var json = DOCUMENT.inlined(operation.node(), ALL).at("/requestBody/content/application~1json");
        assertThat(json.path("examples").propertyStream()).isNotEmpty();
        assertThat(fields(json.path("schema"))).isNotEmpty().allMatch(field -> field.has("x-rule"));
        assertThat(json.path("schema").path("additionalProperties").asBoolean(true)).isFalse();
    }

    /** API Gateway prefers the word, so that nobody reaches the resource whose id is that word. */
    @Test
    void noWordStandsWhereAnIdCouldStand() {
        assertThat(shadows(paths().toList())).isEmpty();
        assertThat(shadows(List.of("/patients/{patientId}", "/patients/search", "/overdue")))
                .containsExactly("/patients/search");
    }

    private static Stream<String> paths() {
        return DOCUMENT.operations().stream().map(ApiOperation::path).distinct();
    }

    private static List<String> shadows(List<String> paths) {
        return paths.stream().filter(path -> !path.endsWith("}"))
                .filter(path -> paths.stream()
                        .anyMatch(other -> other.matches(Pattern.quote(path.substring(0, path.lastIndexOf('/') + 1))
                                + "\\{\\w+}")))
                .toList();
    }

    private static Stream<JsonNode> fields(JsonNode schema) {
        return schema.path("properties").valueStream()
                .flatMap(field -> field.path("type").asText().equals("object") ? fields(field) : Stream.of(field));
    }

    private static List<String> statuses(JsonNode operation) {
        return operation.path("responses").propertyStream().map(Map.Entry::getKey).toList();
    }

    static List<ApiOperation> operations() {
        return DOCUMENT.operations();
    }

    static Stream<ApiOperation> writes() {
        return DOCUMENT.operations().stream().filter(operation -> operation.command().isPresent());
    }

    static Stream<ApiOperation> bodies() {
        return DOCUMENT.operations().stream().filter(ApiOperation::hasBody);
    }
}
