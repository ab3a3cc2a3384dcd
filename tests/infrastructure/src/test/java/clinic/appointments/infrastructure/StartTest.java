package clinic.appointments.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What its user can solve is said in one sentence. */
class StartTest {

    @TempDir
    private Path directory;

    @Test
    void asksForNodeWhenThereIsNone() {
        assertThatThrownBy(new Workstation(List.of(directory), directory)::requireNode)
                .isInstanceOf(StartProblem.class)
                .hasMessage("The CDK needs Node.js on the PATH: install Node.js 20 or newer.");
    }

    @Test
    void isContentWithANodeOnThePath() throws IOException {
        var node = Files.createFile(directory.resolve("node")).toFile();
        assertThat(node.setExecutable(true)).isTrue();
        new Workstation(List.of(directory), directory).requireNode();
    }

    @Test
    void asksToBuildWhenTheBundleIsMissing() {
        assertThatThrownBy(new Workstation(List.of(), Path.of("absent"))::functionBundle)
                .isInstanceOf(StartProblem.class)
                .hasMessage("The function bundle absent is missing: run mvn package.");
    }

    @Test
    void namesTheKnownStagesWhenAnUnknownOneIsAskedFor() {
        assertThatThrownBy(() -> StageName.parse("nowhere")).isInstanceOf(StartProblem.class)
                .hasMessage("There is no stage \"nowhere\": known are dev.");
    }
}
