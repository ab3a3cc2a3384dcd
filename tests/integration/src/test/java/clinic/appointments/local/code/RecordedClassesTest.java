package clinic.appointments.local.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.process.ChildProcess;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The functions of a stage start with the classes that a process of the same code has recorded. */
@ExtendWith(StageExtension.class)
class RecordedClassesTest {

    private static final String OPTION = "-XX:AOTCache=";
    private static final String RECORDED = "clinic\\.appointments\\..* source: shared objects file";

    private final LocalStage stage;

    RecordedClassesTest(LocalStage stage) {
        this.stage = stage;
    }

    @Test
    void allFunctionsStartFromOneRecord() {
        assertThat(processes()).hasSizeGreaterThan(4);
        assertThat(processes().flatMap(RecordedClassesTest::recordOf).distinct()).hasSize(1);
        assertThat(processes()).allSatisfy(process -> assertThat(recordOf(process)).hasSize(1));
    }

    @Test
    void theJvmTakesClassesFromTheRecord() throws IOException {
        assertThat(recordedClasses(new FunctionCode(record().getParent()))).isGreaterThan(100);
    }

    @Test
    void bites(@TempDir Path unrecorded) throws IOException {
        Files.createDirectory(unrecorded.resolve("0"));
        Files.copy(record().resolveSibling("0/classes.jar"), unrecorded.resolve("0/classes.jar"));
        assertThat(recordedClasses(new FunctionCode(unrecorded))).isZero();
    }

    private Path record() {
        return processes().flatMap(RecordedClassesTest::recordOf).findFirst().orElseThrow();
    }

    /** Arguments of the functions' processes. */
    private Stream<List<String>> processes() {
        return ProcessHandle.current().descendants()
                .map(process -> Arrays.asList(process.info().arguments().orElse(new String[0])))
                .filter(arguments -> arguments.stream()
                        .anyMatch(argument -> argument.startsWith("-XX:ErrorFile=" + stage.logDirectory())));
    }

    private static Stream<Path> recordOf(List<String> arguments) {
        return arguments.stream().filter(argument -> argument.startsWith(OPTION))
                .map(argument -> Path.of(argument.substring(OPTION.length())));
    }

    private static long recordedClasses(FunctionCode code) throws IOException {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(code.options());
        command.addAll(List.of("-Xlog:class+load", "-version"));
        try (Stream<String> lines = new ProcessBuilder(command).redirectErrorStream(true).start().inputReader()
                .lines()) {
            return lines.filter(line -> line.matches(".*" + RECORDED)).count();
        }
    }
}
