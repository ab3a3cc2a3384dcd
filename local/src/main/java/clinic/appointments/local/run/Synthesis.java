package clinic.appointments.local.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import clinic.appointments.local.process.ChildProcess;

/**
 * The synthesized templates of a stage: infrastructure's own program is run, as {@code cdk synth} runs it, unless nothing
 * that it reads has changed since the last time.
 */
final class Synthesis {

    private static final String APP = "clinic.appointments.infrastructure.AppointmentSchedulingApp";

    private final Path root;
    private final String stage;
    private final Path output;

    private Synthesis(Path root, String stage) {
        this.root = root;
        this.stage = stage;
        this.output = root.resolve("local/target/assembly").resolve(stage);
    }

    /**
     * Folder of the stage's cloud assembly, synthesized when needed.
     *
     * @throws StageException
     *             when the build's output is missing, or the program fails
     */
    static Path of(Path root, String stage) {
        return new Synthesis(root, stage).synthesized();
    }

    private Path synthesized() {
        require("functions/target/bundle");
        require("infrastructure/target/app.classpath");
        Path stamp = output.resolveSibling(stage + ".stamp");
        try {
            String now = Fingerprint.of(inputs()) + "\n" + context();
            if (!Files.exists(stamp) || !Files.readString(stamp).equals(now)) {
                Files.deleteIfExists(stamp);
                synthesize();
                Files.writeString(stamp, now);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> inputs() {
        return List.of(root.resolve("cdk.json"), root.resolve("infrastructure/target/app.classpath"),
                root.resolve("infrastructure/target/classes"), root.resolve("shared-model/target/classes"),
                root.resolve("functions/target/bundle"));
    }

    private void synthesize() throws IOException {
        delete(output);
        Files.createDirectories(output);
        Path log = output.resolveSibling(stage + ".log");
        Files.deleteIfExists(log);
        String classPath = root.resolve("infrastructure/target/classes") + System.getProperty("path.separator")
                + Files.readString(root.resolve("infrastructure/target/app.classpath")).strip();
        try (ChildProcess app = ChildProcess.start(
                List.of(ChildProcess.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath, APP),
                environment(), root, log)) {
            if (app.exit().join() != 0) {
                throw new StageException("Stage %s could not be synthesized: %s (log: %s)".formatted(stage,
                        lastCause(log), log));
            }
        }
    }

    /** Node is found on the PATH, and jsii keeps its cache in the home directory. */
    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new TreeMap<>();
        for (String inherited : List.of("PATH", "HOME", "TMPDIR")) {
            environment.computeIfAbsent(inherited, System::getenv);
        }
        environment.put("CDK_OUTDIR", output.toString());
        environment.put("CDK_CONTEXT_JSON", context());
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
