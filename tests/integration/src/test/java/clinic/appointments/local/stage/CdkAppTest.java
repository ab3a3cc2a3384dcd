package clinic.appointments.local.stage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What decides on a new synthesis. */
class CdkAppTest {

    @TempDir
    Path root;

    @Test
    void aModuleOfTheBuildIsNoLibraryWhetherItIsAFolderOrAJar() throws IOException {
        assertThat(libraries("model/target/classes")).isEqualTo(libraries("model/target/model-1.0.0.jar"))
                .isEqualTo("constructs-10.jar");
    }

    private String libraries(String module) throws IOException {
        Path target = Files.createDirectories(root.resolve("app/target"));
        Files.writeString(target.resolve("app.classpath"),
                root.resolve(module) + File.pathSeparator + "/repository/constructs-10.jar\n");
        return new CdkApp(root, "App", "app", List.of()).libraries();
    }
}
