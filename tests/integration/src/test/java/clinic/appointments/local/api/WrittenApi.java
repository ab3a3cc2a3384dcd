package clinic.appointments.local.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/** The source document of the API, with the examples, which are not deployed. */
public final class WrittenApi {

    private static final JsonNode ROOT = read();

    private WrittenApi() {
    }

    /** A method on a path. */
    public record Operation(String path, String method, JsonNode node) {

        public String name() {
            return node.path("operationId").asText();
        }

        public boolean isWrite() {
            return node.has("x-command");
        }

        JsonNode command() {
            return node.path("x-command");
        }

        /** The examples of the body; a single empty one if the operation has no body. */
        public Stream<String> bodies() {
            return node.has("requestBody")
                    ? node.at("/requestBody/content/application~1json/examples").valueStream()
                            .map(example -> example.path("value").toString())
                    : Stream.of("");
        }

        public Map<String, String> pathExamples() {
            return examples("path", _ -> true);
        }

        /** The examples of all query parameters that have one. */
        public Map<String, String> queryExamples() {
            return examples("query", parameter -> parameter.has("example"));
        }

        /** The examples of the required query parameters. */
        public Map<String, String> requiredQueryExamples() {
            return examples("query", parameter -> parameter.path("required").asBoolean());
        }

        private Map<String, String> examples(String place, Function<JsonNode, Boolean> wanted) {
            return node.path("parameters").valueStream()
                    .map(reference -> ROOT.at(reference.path("$ref").asText().substring(1)))
                    .filter(parameter -> parameter.path("in").asText().equals(place) && wanted.apply(parameter))
                    .collect(Collectors.toMap(parameter -> parameter.path("name").asText(),
                            parameter -> parameter.path("example").asText(), (one, _) -> one, TreeMap::new));
        }
    }

    public static Stream<Operation> operations() {
        return ROOT.path("paths").propertyStream().flatMap(path -> path.getValue().propertyStream()
                .map(operation -> new Operation(path.getKey(), operation.getKey(), operation.getValue())));
    }

    static JsonNode schema(String name) {
        return ROOT.at("/components/schemas/" + name);
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("infrastructure/src/main/resources/api/openapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
