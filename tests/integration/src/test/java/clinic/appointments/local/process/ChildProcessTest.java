package clinic.appointments.local.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A child process inherits nothing of this program's environment, and reads paths in UTF-8. */
class ChildProcessTest {

    private static final String PRINTS_ITS_ARGUMENT = """
            void main(String[] arguments) {
                System.out.println(arguments[0]);
                System.out.println(new TreeSet<>(System.getenv().keySet()));
            }
            """;

    @TempDir
    Path root;

    @Test
    void startsInAFolderWithAnUmlautAndReadsItsPath() throws Exception {
        Path folder = Files.createDirectory(root.resolve("Projekt \u00e4\u00f6 \u65e5\u672c"));
        Path program = Files.writeString(folder.resolve("Program.java"), PRINTS_ITS_ARGUMENT);
        Path log = folder.resolve("child.log");
        assertThat(exitCode(program, log)).isZero();
        assertThat(Files.readString(log, StandardCharsets.UTF_8)).isEqualTo(folder + "\n[KEY, LC_ALL]\n");
    }

    private static int exitCode(Path program, Path log) throws Exception {
        Path folder = program.getParent();
        List<String> command = List.of(ChildProcess.java(), "-XX:TieredStopAtLevel=1", program.toString(),
                folder.toString());
        try (ChildProcess child = ChildProcess.start(command, Map.of("KEY", "value"), folder, log)) {
            return child.exit().get(60, TimeUnit.SECONDS);
        }
    }
}
