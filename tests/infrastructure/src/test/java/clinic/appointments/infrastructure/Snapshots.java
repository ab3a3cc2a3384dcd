package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

/**
 * The templates as they were approved, one file a stack, normalized.
 *
 * @param directory where the files are
 */
record Snapshots(Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Snapshots committed() {
        return new Snapshots(Path.of("tests/infrastructure/src/test/resources/snapshots"));
    }

    /** Names of the stacks that have a snapshot. */
    Set<String> stacks() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Set.of();
        }
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Where the template differs from its snapshot; a snapshot that is not there is a difference. */
    List<String> differences(String stack, JsonNode template) {
        if (!Files.exists(file(stack))) {
            return List.of("There is no snapshot of " + stack + ": look at the template, then run "
                    + "mvn -q -Psnapshots test.");
        }
        return Difference.between(Templates.json(file(stack)), Normalization.of(template));
    }

    void update(String stack, JsonNode template) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(file(stack), JSON.writeValueAsString(Normalization.of(template)) + "\n");
    }

    private Path file(String stack) {
        return directory.resolve(stack + ".json");
    }
}
