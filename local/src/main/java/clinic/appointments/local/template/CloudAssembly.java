package clinic.appointments.local.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The part of a CDK output directory for one stage.
 *
 * @param directory the stage's own assembly, such as {@code cdk.out/assembly-dev}
 */
record CloudAssembly(Path directory, JsonNode artifacts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static CloudAssembly ofStage(Path output, String stage) {
        for (JsonNode artifact : json(output.resolve("manifest.json")).path("artifacts")) {
            JsonNode properties = artifact.path("properties");
            if (isOf(artifact, "cdk:cloud-assembly") && properties.path("displayName").asText().equals(stage)) {
                Path directory = output.resolve(properties.path("directoryName").asText());
                return new CloudAssembly(directory, json(directory.resolve("manifest.json")).path("artifacts"));
            }
        }
        throw new UnsupportedTemplateException("The cloud assembly " + output + " holds no stage " + stage + ".");
    }

    /** The stage's stacks, in the order of the manifest. */
    List<StackTemplate> stacks() {
        Map<String, Path> assets = assets();
        return StreamSupport.stream(artifacts.spliterator(), false)
                .filter(artifact -> isOf(artifact, "aws:cloudformation:stack"))
                .map(artifact -> stack(artifact, assets)).toList();
    }

    private StackTemplate stack(JsonNode artifact, Map<String, Path> assets) {
        JsonNode properties = artifact.path("properties");
        String environment = artifact.path("environment").asText();
        String region = environment.substring(environment.lastIndexOf('/') + 1);
        JsonNode template = json(directory.resolve(properties.path("templateFile").asText()));
        return new StackTemplate(properties.path("stackName").asText(), region, template, assets);
    }

    /** The directories that are deployed as archives, by object key. */
    private Map<String, Path> assets() {
        Map<String, Path> found = new HashMap<>();
        for (JsonNode artifact : artifacts) {
            if (isOf(artifact, "cdk:asset-manifest")) {
                JsonNode manifest = json(directory.resolve(artifact.path("properties").path("file").asText()));
                manifest.path("files").forEach(file -> file.path("destinations").forEach(destination -> found.put(
                        destination.path("objectKey").asText(),
                        directory.resolve(file.path("source").path("path").asText()).normalize())));
            }
        }
        return found;
    }

    private static boolean isOf(JsonNode artifact, String type) {
        return artifact.path("type").asText().equals(type);
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
