package clinic.appointments.local.code;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

/** The functions of a stage start with recorded classes. */
@ExtendWith(StageExtension.class)
class RecordedClassesTest {

    private static final String OPTION = "-XX:AOTCache=";

    private final Path recorded;

    RecordedClassesTest(LocalStage stage) {
        List<Path> caches = ProcessHandle.current().descendants().map(RecordedClassesTest::argumentsOf)
                .filter(arguments -> arguments.stream()
                        .anyMatch(argument -> argument.contains(stage.logDirectory().toString())))
                .flatMap(arguments -> arguments.stream().filter(argument -> argument.startsWith(OPTION)))
                .map(argument -> Path.of(argument.substring(OPTION.length()))).distinct().toList();
        assertThat(caches).hasSize(1);
        this.recorded = caches.getFirst().getParent();
    }

    @Test
    void theJvmAcceptsTheRecordOfTheCode() throws IOException, InterruptedException {
        assertThat(isAccepted(recorded)).isTrue();
    }

    @Test
    void theJvmRefusesTheRecordOfOtherCode(@TempDir Path folder) throws IOException, InterruptedException {
        copy(recorded, folder);
        assertThat(isAccepted(folder)).isTrue();
        Files.write(folder.resolve("0/classes.jar"), new byte[1], StandardOpenOption.APPEND);
        assertThat(isAccepted(folder)).isFalse();
    }

    /** The JVM that must not go on without the cache ends with an error. */
    private static boolean isAccepted(Path code) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(ChildProcess.java(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-XX:AOTMode=on"));
        command.addAll(new FunctionCode(code).options());
        command.add("-version");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD).start()
                .waitFor() == 0;
    }

    private static List<String> argumentsOf(ProcessHandle process) {
        return Arrays.asList(process.info().arguments().orElse(new String[0]));
    }

    /** The JVM compares the jars' times with those of the recording. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
