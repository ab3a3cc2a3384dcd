package clinic.appointments.local.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import clinic.appointments.local.template.Function;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The structured lines of the functions' logs. Each look reads what was added since the last; the oldest of more than
 * {@value #MAX_LINES} lines are forgotten. Safe for use by several threads.
 */
final class LogBook {

    private static final int MAX_LINES = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The same on every line of an invocation, or shown as something else. */
    private static final Set<String> LEFT_OUT = Set.of("level", "message", "timestamp", "cold_start",
            "function_name", "function_version", "function_arn", "function_memory_size", "service");

    private final Path directory;
    private final List<Function> functions;
    private final UnaryOperator<Instant> clock;
    private final Map<String, Long> read = new HashMap<>();
    private List<LoggedLine> lines = new ArrayList<>();

    /**
     * @param clock from real time, which is that of the lines, to local time
     */
    LogBook(Path directory, List<Function> functions, UnaryOperator<Instant> clock) {
        this.directory = directory;
        this.functions = functions;
        this.clock = clock;
    }

    /** All lines that say something about a message or a query, in order of their time. */
    synchronized List<LoggedLine> lines() {
        List<LoggedLine> added = new ArrayList<>();
        functions.forEach(function -> readOn(function.id(), added));
        if (!added.isEmpty()) {
            List<LoggedLine> all = new ArrayList<>(lines);
            all.addAll(added);
            all.sort(Comparator.comparing(LoggedLine::at));
            lines = List.copyOf(all.subList(Math.max(0, all.size() - MAX_LINES), all.size()));
        }
        return lines;
    }

    private void readOn(String function, List<LoggedLine> added) {
        Path file = directory.resolve(function + ".log");
        if (Files.exists(file)) {
            for (String line : newLines(function, file)) {
                line(function, line).ifPresent(added::add);
            }
        }
    }

    /** The complete lines from where the last look ended. */
    private List<String> newLines(String function, Path file) {
        long start = read.getOrDefault(function, 0L);
        try (InputStream log = Files.newInputStream(file)) {
            log.skipNBytes(start);
            byte[] bytes = log.readAllBytes();
            int end = lastBreak(bytes);
            read.put(function, start + end);
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lastBreak(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private Optional<LoggedLine> line(String function, String text) {
        if (!text.startsWith("{") || text.startsWith("{\"_aws\"")) {
            return Optional.empty();
        }
        try {
            return line(function, JSON.readTree(text));
        } catch (JsonProcessingException | DateTimeException _) {
            // A line of a library, or half a line of a process that was killed.
            return Optional.empty();
        }
    }

    private Optional<LoggedLine> line(String function, JsonNode json) {
        if (!json.has("timestamp") || json.has("_aws")) {
            return Optional.empty();
        }
        Map<String, String> fields = new LinkedHashMap<>();
        json.propertyStream().filter(field -> !LEFT_OUT.contains(field.getKey())).forEach(field -> fields.put(
                field.getKey(),
                field.getValue().isValueNode() ? field.getValue().asText() : field.getValue().toString()));
        return Optional.of(new LoggedLine(function, clock.apply(Instant.parse(json.path("timestamp").asText())),
                json.path("level").asText("INFO"), json.path("message").asText(), fields));
    }
}
