package clinic.appointments.local.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * The output folder of one run.
 *
 * @param path a new folder below {@code local/target/run}
 */
public record RunDirectory(Path path) {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    static RunDirectory create(Path root, String stage) {
        Path path = root.resolve("local/target/run")
                .resolve(stage + "-" + NAME.format(LocalDateTime.now(ZoneId.systemDefault())));
        try {
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("mail"));
            return new RunDirectory(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One log per function, and the engine's. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** One file per e-mail. */
    public Path mail() {
        return path.resolve("mail");
    }

    /** Code of functions that start without recorded classes. */
    public Path code() {
        return path.resolve("code");
    }

    /** The parts of the templates that this machine does not enforce, one sentence per line. */
    public Path unchecked() {
        return path.resolve("unchecked.txt");
    }

    /** X-Ray segments, one JSON document per line. */
    public Path traces() {
        return path.resolve("traces.jsonl");
    }
}
