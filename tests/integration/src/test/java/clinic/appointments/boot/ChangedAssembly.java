package clinic.appointments.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.BootSettings;
import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A copy of a stage's cloud assembly, to be changed and booted; the functions' code is not copied.
 *
 * @param directory what the CDK's output directory would be
 */
public record ChangedAssembly(Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static ChangedAssembly copyOf(LocalStage stage, Path directory) {
        Path original = stage.deployment().functions().getFirst().code().getParent();
        try (Stream<Path> files = Files.walk(original, 2)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json")).toList()) {
                Path copy = directory.resolve(original.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ChangedAssembly assembly = new ChangedAssembly(directory);
        assembly.moveCode(stage.deployment().functions().getFirst().code());
        return assembly;
    }

    public BootSettings.Builder settings() {
        return SchedulingStage.settings("dev").assembly(directory);
    }

    /** Lets the manifests name this folder as the code of every function. */
    void moveCode(Path folder) {
        change(".assets.json", manifest -> manifest.path("files").forEach(file -> {
            if (file.path("source").path("packaging").asText().equals("zip")) {
                ((ObjectNode) file.path("source")).put("path", folder.toString());
            }
        }));
    }

    /** Changes one resource. */
    void resource(String logicalId, Consumer<ObjectNode> change) {
        change(".template.json", template -> {
            if (template.path("Resources").get(logicalId) instanceof ObjectNode resource) {
                change.accept(resource);
            }
        });
    }

    /** Takes the resources away whose logical ids begin like that. */
    public void without(String prefix) {
        change(".template.json", template -> template.path("Resources").propertyStream().map(Map.Entry::getKey)
                .filter(id -> id.startsWith(prefix)).toList()
                .forEach(id -> ((ObjectNode) template.path("Resources")).remove(id)));
    }

    /** Takes one action on one resource from what a role may do. */
    public void withoutGrant(RemovedGrant grant) {
        change(".template.json", template -> template.path("Resources").forEach(resource -> {
            if (grant.concerns(resource)) {
                grant.removeFrom((ObjectNode) resource.path("Properties").path("PolicyDocument"));
            }
        }));
    }

    private void change(String suffix, Consumer<ObjectNode> change) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(each -> each.toString().endsWith(suffix)).toList()) {
                ObjectNode content = (ObjectNode) JSON.readTree(file.toFile());
                change.accept(content);
                JSON.writeValue(file.toFile(), content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
