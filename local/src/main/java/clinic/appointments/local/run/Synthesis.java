package clinic.appointments.local.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.local.process.ChildProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The synthesized templates of a stage: infrastructure's own program is run, as {@code cdk synth} runs it, unless
 * nothing that it reads has changed since. Each result has a folder of its own, because functions run from it: a stage
 * that stays up must not lose its code to a later build.
 */
final class Synthesis {

    private static final String APP = "clinic.appointments.infrastructure.AppointmentSchedulingApp";
    private static final int KEPT = 3;

    private final Path root;
    private final String stage;
    private final Path folder;

    private Synthesis(Path root, String stage) {
        this.root = root;
        this.stage = stage;
        this.folder = root.resolve("local/target/assembly");
    }

    /**
     * Folder of the stage's cloud assembly, synthesized when needed.
     *
     * @throws StageException when the build's output is missing, or the program fails
     */
    static Path of(Path root, String stage) {
        return new Synthesis(root, stage).synthesized();
    }

    private Path synthesized() {
        require("functions/target/bundle");
        require("infrastructure/target/app.classpath");
        try {
            String context = context();
            Path result = folder.resolve(stage + "-" + Fingerprint.of(inputs(), context).substring(0, 16));
            if (!Files.isDirectory(result)) {
                Files.createDirectories(folder);
                Path output = Files.createTempDirectory(folder, "synthesizing-");
                synthesize(output, context);
                publish(output, result);
                prune();
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another program may have synthesized the same in the meantime. */
    private static void publish(Path output, Path result) throws IOException {
        try {
            Files.move(output, result, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(result)) {
                throw e;
            }
            delete(output);
        }
    }

    private void prune() throws IOException {
        try (var results = Files.list(folder)) {
            List<Path> old = results
                    .filter(path -> Files.isDirectory(path) && path.getFileName().toString().startsWith(stage + "-"))
                    .sorted(Comparator.comparing((Path path) -> path.toFile().lastModified()).reversed()).skip(KEPT)
                    .toList();
            for (Path result : old) {
                delete(result);
            }
        }
    }

    private List<Path> inputs() {
        return List.of(root.resolve("cdk.json"), root.resolve("infrastructure/target/app.classpath"),
                root.resolve("infrastructure/target/classes"), root.resolve("shared-model/target/classes"),
                root.resolve("functions/target/bundle"));
    }

    private void synthesize(Path output, String context) throws IOException {
        Path log = folder.resolve(stage + ".log");
        Files.deleteIfExists(log);
        String classPath = root.resolve("infrastructure/target/classes") + System.getProperty("path.separator")
                + Files.readString(root.resolve("infrastructure/target/app.classpath")).strip();
        try (ChildProcess app = ChildProcess.start(
                List.of(ChildProcess.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, APP),
                environment(output, context), root, log)) {
            if (app.exit().join() != 0) {
                delete(output);
                throw new StageException("Stage %s could not be synthesized: %s (log: %s)".formatted(stage,
                        lastCause(log), log));
            }
        }
    }

    /** Node is found on the PATH, and jsii keeps its cache in the home directory. */
    private static Map<String, String> environment(Path output, String context) {
        Map<String, String> environment = new TreeMap<>();
        for (String inherited : List.of("PATH", "HOME", "TMPDIR")) {
            environment.computeIfAbsent(inherited, System::getenv);
        }
        environment.put("CDK_OUTDIR", output.toString());
        environment.put("CDK_CONTEXT_JSON", context);
        environment.put("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "20");
        environment.put("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "20");
        return environment;
    }

    /** Without path metadata, which the CDK's command line switches on, a template names no construct. */
    private String context() throws IOException {
        JsonNode configuration = new ObjectMapper().readTree(root.resolve("cdk.json").toFile());
        ObjectNode context = configuration.withObject("/context").deepCopy();
        return context.put("stage", stage).put("aws:cdk:enable-path-metadata", true).toString();
    }

    /** The app ends with one sentence; where it does not, the innermost cause says most. */
    private static String lastCause(Path log) throws IOException {
        try (var lines = Files.lines(log)) {
            List<String> written = lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
            return written.stream()
                    .filter(line -> line.startsWith("Caused by: ") || line.startsWith("Exception in thread "))
                    .reduce((_, last) -> last).map(line -> line.substring(line.indexOf(": ") + 2))
                    .orElse(written.isEmpty() ? "the CDK app said nothing" : written.getLast());
        }
    }

    private void require(String output) {
        if (!Files.exists(root.resolve(output))) {
            throw new StageException(output + " is missing: run mvn -ntp -Plocal from the repository's root.");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
