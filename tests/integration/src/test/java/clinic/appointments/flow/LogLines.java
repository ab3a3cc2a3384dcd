package clinic.appointments.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The lines in JSON that the functions of a stage have written: events and metrics. */
public final class LogLines {

    private LogLines() {
    }

    /**
     * All lines so far, function after function.
     *
     * @param logs folder with a file for each function
     */
    public static Stream<JsonNode> in(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith("Processor.log")).sorted().toList().stream()
                    .flatMap(file -> read(file).stream()).filter(line -> line.startsWith("{")).map(Service::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
