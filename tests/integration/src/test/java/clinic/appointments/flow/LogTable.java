package clinic.appointments.flow;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import clinic.appointments.local.stage.LocalStage;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Log lines as a saved query shows them: a row for each, in the order of their time, and a column for each key.
 *
 * @param columns keys of log lines
 */
record LogTable(List<String> columns, List<List<String>> rows) {

    private static final String GAP = "  ";

    /** The lines at level INFO or above that a query finds. */
    static LogTable of(LocalStage stage, List<String> columns, Predicate<JsonNode> found) {
        return new LogTable(columns, lines(stage).filter(found)
                .map(line -> columns.stream().map(column -> cell(line, column)).toList()).toList());
    }

    static Stream<JsonNode> lines(LocalStage stage) {
        return LogLines.in(stage.logDirectory()).filter(LogTable::isOutcome)
                .sorted(Comparator.comparing(line -> line.path("timestamp").asText()));
    }

    private static boolean isOutcome(JsonNode line) {
        return line.has("level") && !line.path("level").asText().equals("DEBUG");
    }

    /** Without the hash that ends a physical name. */
    private static String cell(JsonNode line, String column) {
        return line.at("/" + column.replace('.', '/')).asText().replaceFirst("(Processor)[0-9A-F]{8}.*$", "$1");
    }

    /** In columns as wide as they must be. */
    String text() {
        List<List<String>> all = Stream.concat(Stream.of(columns), rows.stream()).toList();
        return all.stream().map(row -> IntStream.range(0, columns.size())
                .mapToObj(column -> padded(row.get(column), width(all, column))).collect(Collectors.joining(GAP))
                .stripTrailing() + "\n").collect(Collectors.joining());
    }

    private static int width(List<List<String>> all, int column) {
        return all.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
