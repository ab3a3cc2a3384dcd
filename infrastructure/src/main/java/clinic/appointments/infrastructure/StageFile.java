package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;

/**
 * A team's own settings of a stage: each field replaces one of {@link StageDefaults}. A mistake is a
 * {@link StartProblem} that names file, field and rule.
 *
 * @param file need not exist
 */
record StageFile(Path file) {

    private static final String SUFFIX = ".yaml";
    /** Shows every field, and belongs to no stage. */
    private static final String EXAMPLE = "example" + SUFFIX;
    private static final ObjectMapper YAML = new ObjectMapper(
            YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build());

    /** The file of the stage in a directory, in which every file must belong to some stage. */
    static StageFile of(Path directory, StageName stage) {
        refuseStrangers(directory);
        return new StageFile(directory.resolve(stage.id() + SUFFIX));
    }

    private static void refuseStrangers(Path directory) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.list(directory)) {
            files.filter(StageFile::isStranger).sorted().findFirst().ifPresent(stranger -> {
                throw new StartProblem(
                        stranger + ": there is no such stage; known stages are " + StageName.known() + ".");
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isStranger(Path file) {
        var name = file.getFileName().toString();
        return name.matches(".*\\.(ya?ml|json|properties)") && !name.equals(EXAMPLE)
                && Arrays.stream(StageName.values()).noneMatch(stage -> name.equals(stage.id() + SUFFIX));
    }

    /** Changes the settings as the file says, if it exists. */
    void applyTo(StageSettingsBuilder settings) {
        if (Files.exists(file)) {
            var content = content();
            if (!content.isObject() && !content.isMissingNode()) {
                throw problem("must hold fields such as region: eu-west-1.");
            }
            content.propertyStream().forEach(field -> apply("", field, settings));
        }
    }

    private void apply(String prefix, Map.Entry<String, JsonNode> field, StageSettingsBuilder settings) {
        var name = prefix + field.getKey();
        if (field.getValue().isObject()) {
            field.getValue().propertyStream().forEach(inner -> apply(name + ".", inner, settings));
            return;
        }
        try {
            StageField.named(name).apply(settings, field.getValue());
        } catch (IllegalArgumentException wrong) {
            throw problem(wrong.getMessage() + ".");
        }
    }

    private JsonNode content() {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw problem("line %d cannot be read: %s.".formatted(e.getLocation().getLineNr(),
                    e.getOriginalMessage().lines().findFirst().orElse("")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StartProblem problem(String sentence) {
        return new StartProblem(file + ": " + sentence);
    }
}
