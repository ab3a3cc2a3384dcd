package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        var library = jar("libraries/kms-2.41.18.jar", "kms", ZipOutputStream.DEFLATED);
        jar("bundle/lib/kms-2.41.18.jar", "kms", ZipOutputStream.STORED);
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
        jar("bundle/lib/kms-2.40.0.jar", "kms", ZipOutputStream.STORED);
        assertThatThrownBy(() -> workstation().functionBundle()).isInstanceOf(StartProblem.class).hasMessage(
                "Library kms-2.40.0.jar of the function bundle is not in its bill of materials; run mvn package.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle/lib/kms-2.41.18.jar", "libraries/kms-2.41.18.jar"})
    void refusesALibraryWithOtherBytes(String library) throws IOException {
        jar(library, "other", ZipOutputStream.STORED);
        assertThatThrownBy(() -> workstation().functionBundle()).isInstanceOf(StartProblem.class).hasMessage(
                "Library kms-2.41.18.jar of the function bundle is not in its bill of materials; run mvn package.");
    }

    @Test
    void refusesWhatIsNoLibrary() throws IOException {
        Files.writeString(bundle.resolve("lib/kms-2.41.18.jar"), "kms");
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

    @Test
    void aLocalRunNeedsNoBill() throws IOException {
        Files.delete(directory.resolve("bom.json"));
        assertThat(new Workstation(List.of(), bundle, directory, false).functionBundle()).isEqualTo(bundle);
    }

    private Path jar(String name, String content, int method) throws IOException {
        var file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(bytes);
        var entry = new ZipEntry("software/amazon/Kms.class");
        entry.setMethod(method);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(entry);
            jar.write(bytes);
        }
        return file;
    }

    private Workstation workstation() {
        return new Workstation(List.of(), bundle, directory, true);
    }
}
