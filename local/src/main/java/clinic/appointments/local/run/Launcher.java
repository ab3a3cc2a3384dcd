package clinic.appointments.local.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import clinic.appointments.local.code.ProgramCode;
import clinic.appointments.local.process.ChildProcess;
import clinic.appointments.local.process.ParentWatch;

/**
 * Starts the local run in a JVM that has its classes in a cache. The first whole run with a code records them, which
 * takes some seconds after its end; without a record, a run only starts later.
 */
public final class Launcher {

    private static final Path KEPT = Path.of("local/target/program");
    /** A run that ends by itself and loads all that later runs need. */
    private static final List<String> WHOLE_RUN = List.of("-Dkeep=false", "-Dopen=false", "-Dstory=", "-Dinvoke=");
    private static final Duration MAX_TIME = Duration.ofMinutes(1);

    private final ProgramCode code;
    private final List<String> arguments;

    private Launcher(ProgramCode code, List<String> arguments) {
        this.code = code;
        this.arguments = arguments;
    }

    /**
     * Exits with the status of the run.
     *
     * @param arguments options of its JVM and its main class
     */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        ParentWatch.begin();
        List<Path> classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of).toList();
        System.exit(new Launcher(ProgramCode.prepare(classPath, KEPT.toAbsolutePath()), List.of(arguments)).run());
    }

    private int run() throws InterruptedException, IOException {
        boolean recorded = code.cache().isPresent();
        return recorded || !arguments.containsAll(WHOLE_RUN) ? start(code.options()) : record();
    }

    private int record() throws InterruptedException, IOException {
        Path notes = code.folder().resolve(UUID.randomUUID() + ".notes");
        int status = start(code.recordingOptions(notes));
        if (Files.exists(notes)) {
            makeCache(notes);
        }
        return status;
    }

    private void makeCache(Path notes) throws IOException {
        Path cache = notes.resolveSibling(UUID.randomUUID() + ".aot");
        Path log = code.folder().resolve("cache.log");
        try (ChildProcess process = ChildProcess.start(command(code.cachingOptions(notes, cache)), System.getenv(),
                Path.of("").toAbsolutePath(), log)) {
            process.exit().orTimeout(MAX_TIME.toSeconds(), TimeUnit.SECONDS)
                    .exceptionally(_ -> 1).join();
        }
        if (Files.exists(cache)) {
            Files.move(cache, code.cacheFile(), StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(notes);
    }

    private int start(List<String> options) throws InterruptedException, IOException {
        return new ProcessBuilder(command(options)).inheritIO().start().waitFor();
    }

    private List<String> command(List<String> options) {
        return Stream.of(List.of(ChildProcess.java()), options, arguments).flatMap(List::stream).toList();
    }
}
