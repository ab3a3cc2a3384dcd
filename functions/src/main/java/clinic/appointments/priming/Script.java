package clinic.appointments.priming;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The made-up events by which a function is primed, and what is stored while it processes them.
 *
 * @param now the time at which it is played
 * @param variables environment variables
 * @param scenes in their order
 * @param stored items by table, then by the value of their key; and the answers of queries, by index
 */
public record Script(Instant now, Map<String, String> variables, List<Scene> scenes, JsonNode stored) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The resource that all scripts share: the variables and what is stored. */
    private static final String STAGE = "stage";

    /**
     * One invocation.
     *
     * @param event JSON
     * @param answer part of the expected response
     */
    record Scene(String name, String event, String answer) {
    }

    /** The script of a function, by the name of its resource. */
    public static Script of(String function) {
        JsonNode stage = read(STAGE);
        List<Scene> scenes = StreamSupport.stream(read(function).spliterator(), false).map(Script::scene).toList();
        return new Script(Instant.parse(stage.path("now").asText()), variables(stage.path("variables")), scenes,
                stage.path("stored"));
    }

    private static Map<String, String> variables(JsonNode written) {
        Map<String, String> variables = new HashMap<>();
        written.properties().forEach(entry -> variables.put(entry.getKey(), entry.getValue().asText()));
        return variables;
    }

    private static Scene scene(JsonNode written) {
        return new Scene(written.path("name").asText(), event(written).toString(), written.path("answer").asText());
    }

    /** A message's body is a text; the script has it as JSON, which people can read. */
    private static JsonNode event(JsonNode written) {
        JsonNode event = written.path("event").deepCopy();
        event.path("Records").forEach(message -> {
            if (message.path("body").isObject()) {
                ((ObjectNode) message).put("body",
                        message.path("body").toString());
            }
        });
        return event;
    }

    private static JsonNode read(String name) {
        try (InputStream resource = Script.class.getResourceAsStream(name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(resource, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
