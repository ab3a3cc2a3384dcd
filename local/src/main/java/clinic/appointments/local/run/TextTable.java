package clinic.appointments.local.run;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A text table with a heading; each column is as wide as its widest cell. */
final class TextTable {

    private static final int MAX_RULE_WIDTH = 100;

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heading) {
        rows.add(List.of(heading));
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The table with a rule under its heading, without trailing blanks. */
    String render() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)).toArray();
        List<String> lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
        int widest = lines.stream().mapToInt(String::length).max().orElse(0);
        lines.add(1, "-".repeat(Math.min(widest, MAX_RULE_WIDTH)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column) + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining("  ")).stripTrailing();
    }
}
