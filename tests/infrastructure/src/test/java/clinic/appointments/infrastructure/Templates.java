package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads templates from an output directory of the CDK. */
final class Templates {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Templates() {
    }

    /** Name of each stack of each stage, such as {@code dev-AppointmentData}, and its template. */
    static SortedMap<String, JsonNode> in(Path assembly) {
        var templates = new TreeMap<String, JsonNode>();
        for (var nested : json(assembly.resolve("manifest.json")).path("artifacts")) {
            if (nested.path("type").asText().equals("cdk:cloud-assembly")) {
                addStacks(assembly.resolve(nested.path("properties").path("directoryName").asText()), templates);
            }
        }
        return templates;
    }

    private static void addStacks(Path directory, Map<String, JsonNode> templates) {
        for (var artifact : json(directory.resolve("manifest.json")).path("artifacts")) {
            if (artifact.path("type").asText().equals("aws:cloudformation:stack")) {
                var properties = artifact.path("properties");
                templates.put(properties.path("stackName").asText(),
                        json(directory.resolve(properties.path("templateFile").asText())));
            }
        }
    }

    static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
