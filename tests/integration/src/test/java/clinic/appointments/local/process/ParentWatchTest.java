package clinic.appointments.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No process stays behind, whichever process of the tree ends, and however. */
class ParentWatchTest {

    private final List<ProcessHandle> tree = new ArrayList<>();
    private Process build;

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothing() {
        tree.forEach(ProcessHandle::destroyForcibly);
        build.destroyForcibly();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsEverythingWithTheBuild(boolean forcibly) throws Exception {
        plant();
        if (forcibly) {
            build.destroyForcibly();
        } else {
            build.destroy();
        }
        for (ProcessHandle each : tree) {
            assertThat(each.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void staysWhileTheBuildIsThere() throws IOException {
        plant();
        assertThat(tree).hasSize(3).allMatch(ProcessHandle::isAlive);
    }

    /** The process ids of the build, the run and its child. */
    private void plant() throws IOException {
        build = new ProcessBuilder(Nest.command("build", folder)).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader ids = build.inputReader();
        for (int process = 0; process < 3; process++) {
            tree.add(ProcessHandle.of(Long.parseLong(ids.readLine())).orElseThrow());
        }
    }
}
