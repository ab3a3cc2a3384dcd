package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is deployed is what the build put into the bundle. */
class BillOfMaterialsTest {

    @TempDir
    private Path directory;

    private Path bundle;

    @BeforeEach
    void build() throws IOException {
        bundle = directory.resolve("bundle");
        Files.createDirectories(bundle.resolve("lib"));
        var library = Files.writeString(bundle.resolve("lib/kms-2.41.18.jar"), "kms");
        Files.writeString(directory.resolve("bom.json"), """
                {"components": [
                  {"group": "clinic.appointments", "name": "shared-model", "version": "1.0.0"},
                  {"group": "software.amazon.awssdk", "name": "kms", "version": "2.41.18",
                   "hashes": [{"alg": "MD5", "content": "x"}, {"alg": "SHA-256", "content": "%s"}]}]}"""
                .formatted(BillOfMaterials.hash(library)));
    }

    @Test
    void acceptsTheBundleOfTheBuild() {
        assertThat(workstation().functionBundle()).isEqualTo(bundle);
    }

    @Test
    void refusesALibraryThatAnEarlierBuildLeft() throws IOException {
        Files.writeString(bundle.resolve("lib/kms-2.40.0.jar"), "kms");
        assertThatThrownBy(() -> workstation().functionBundle()).isInstanceOf(StartProblem.class).hasMessage(
                "Library kms-2.40.0.jar of the function bundle is not in its bill of materials; run mvn package.");
    }

    @Test
    void refusesALibraryWithOtherBytes() throws IOException {
        Files.writeString(bundle.resolve("lib/kms-2.41.18.jar"), "other");
        assertThatThrownBy(() -> workstation().functionBundle()).isInstanceOf(StartProblem.class).hasMessage(
                "Library kms-2.41.18.jar of the function bundle is not in its bill of materials; run mvn package.");
    }

    @Test
    void missesALibrary() throws IOException {
        Files.delete(bundle.resolve("lib/kms-2.41.18.jar"));
        assertThatThrownBy(() -> workstation().functionBundle()).isInstanceOf(StartProblem.class).hasMessage(
                "Library kms-2.41.18.jar of the function bundle is missing from it; run mvn package.");
    }

    @Test
    void asksToBuildWhenThereIsNoBill() throws IOException {
        Files.delete(directory.resolve("bom.json"));
        assertThatThrownBy(() -> workstation().functionBundle()).isInstanceOf(StartProblem.class)
                .hasMessageEndingWith("bom.json is missing; run mvn package.");
    }

    private Workstation workstation() {
        return new Workstation(List.of(), bundle, directory);
    }
}
