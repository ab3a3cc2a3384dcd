package clinic.appointments.local.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.local.code.ContentHash;
import clinic.appointments.local.code.KeptResults;
import clinic.appointments.local.process.ChildProcess;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Synthesizes a stage: runs the CDK app as {@code cdk synth} does, unless a result for its inputs is kept. */
final class Synthesis {

    private final CdkApp app;
    private final String stage;
    private final Path folder;

    private Synthesis(CdkApp app, String stage) {
        this.app = app;
        this.stage = stage;
        this.folder = app.root().resolve("local/target/assembly");
    }

    /**
     * The folder of the stage's cloud assembly, synthesized if needed.
    *
    * @throws StageException when build output is missing or the app fails
     */
    static Path of(CdkApp app, String stage) {
        return new Synthesis(app, stage).synthesized();
    }

    private Path synthesized() {
        app.requireBuilt();
        try {
            String context = context();
            return new KeptResults(folder, stage).get(ContentHash.of(app.sources(), context + app.libraries()),
                    output -> synthesize(output, context));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void synthesize(Path output, String context) throws IOException {
        Path log = folder.resolve(stage + ".log");
        Files.deleteIfExists(log);
        try (ChildProcess process = ChildProcess.start(
                List.of(ChildProcess.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlocal.run=true", "-cp",
                        app.classPath(), app.mainClass()),
                environment(output, context), app.root(), log)) {
            if (process.exit().join() != 0) {
                throw new StageException("Stage %s could not be synthesized: %s (log: %s)".formatted(stage,
                        lastCause(log), log));
            }
        }
    }

    /** The app finds Node on the PATH, and jsii keeps its cache in the home directory. */
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

    /** The committed settings: samples and expectations know nothing of a team's own stage files. */
    private String context() throws IOException {
        JsonNode configuration = new ObjectMapper().readTree(app.root().resolve("cdk.json").toFile());
        ObjectNode context = configuration.withObject("/context").deepCopy();
        return context.put("stage", stage).put("defaults", true).toString();
    }

    /** The app ends with one sentence; otherwise the innermost cause is the most helpful line. */
    private static String lastCause(Path log) throws IOException {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> written = lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
            return written.stream()
                    .filter(line -> line.startsWith("Caused by: ") || line.startsWith("Exception in thread "))
                    .reduce((_, last) -> last).map(line -> line.substring(line.indexOf(": ") + 2))
                    .orElse(written.isEmpty() ? "the CDK app printed nothing" : written.getLast());
        }
    }
}
