package clinic.appointments.local.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import clinic.appointments.local.process.ChildProcess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A program starts from recorded classes once a run has noted them, and from its jars before. */
class ProgramCodeTest {

    private static final List<Path> CLASS_PATH = List.of(Path.of("local/target/classes").toAbsolutePath(),
            Path.of("shared-model/target/classes").toAbsolutePath());
    private static final String MAIN = "clinic.appointments.local.run.OptionsCheck";
    private static final String SETTINGS = "clinic.appointments.local.run.RunSettings source: ";

    @TempDir
    Path folder;

    @Test
    void startsFromRecordedClasses() throws IOException {
        ProgramCode code = ProgramCode.prepare(CLASS_PATH, folder);
        assertThat(loaded(code)).contains(SETTINGS + "file:" + code.folder().resolve("0.jar"));

        Path notes = folder.resolve("classes.notes");
        run(code.recordingOptions(notes));
        run(code.cachingOptions(notes, code.cacheFile()));

        assertThat(loaded(ProgramCode.prepare(CLASS_PATH, folder))).contains(SETTINGS + "shared objects file");
    }

    @Test
    void isPreparedAnewWhenAClassChanges() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Files.writeString(classes.resolve("A.class"), "one");
        Path first = ProgramCode.prepare(List.of(classes), folder).folder();
        assertThat(ProgramCode.prepare(List.of(classes), folder).folder()).isEqualTo(first);
        Files.writeString(classes.resolve("A.class"), "two");
        assertThat(ProgramCode.prepare(List.of(classes), folder).folder()).isNotEqualTo(first);
    }

    @Test
    void keepsJarsAndTheOrderOfTheClassPath() throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Path jar = Files.createFile(folder.resolve("library.jar"));
        ProgramCode code = ProgramCode.prepare(List.of(jar, classes), folder);
        assertThat(code.classPath()).isEqualTo(
                jar + System.getProperty("path.separator") + code.folder().resolve("0.jar"));
    }

    /** What a run loads, and from where. */
    private String loaded(ProgramCode code) throws IOException {
        Path log = folder.resolve("loaded.log");
        run(Stream.concat(code.options().stream(), Stream.of("-Xlog:class+load:file=" + log)).toList());
        return Files.readString(log);
    }

    private void run(List<String> options) {
        List<String> command = Stream.of(List.of(ChildProcess.java(), "-XX:+UseSerialGC"), options, List.of(MAIN))
                .flatMap(List::stream).toList();
        try (ChildProcess process = ChildProcess.start(command, System.getenv(), Path.of("").toAbsolutePath(),
                folder.resolve("output.log"))) {
            assertThat(process.exit().join()).isZero();
        }
    }
}
