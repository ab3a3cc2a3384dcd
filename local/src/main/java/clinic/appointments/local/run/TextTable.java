package clinic.appointments.local.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text table with a heading. Each column is as wide as its widest cell, unless the screen is too narrow: then the
 * widest columns give way, and their cells go on in the next line.
 */
final class TextTable {

    private static final int MAX_RULE_WIDTH = 100;
    private static final int MIN_COLUMN = 10;
    private static final String GAP = "  ";

    /** @param color of the last cell */
    private record Row(Screen.Color color, List<String> cells) {

        int length(int column) {
            return cells.get(column).length();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    TextTable(String... heading) {
        row(heading);
    }

    void row(String... cells) {
        row(Screen.Color.PLAIN, cells);
    }

    /** A row whose last cell has a color. */
    void row(Screen.Color color, String... cells) {
        rows.add(new Row(color, List.of(cells)));
    }

    /** The table with a rule under its heading, without trailing blanks. */
    String render(Screen screen) {
        int[] widths = widths(screen.width());
        List<String> lines = rows.stream().flatMap(row -> lines(row, widths, screen).stream())
                .collect(Collectors.toList());
        lines.add(lines(rows.getFirst(), widths, screen).size(), "-".repeat(Math.min(total(widths), MAX_RULE_WIDTH)));
        return String.join("\n", lines) + "\n";
    }

    private int[] widths(int room) {
        int[] widths = IntStream.range(0, rows.getFirst().cells().size())
                .map(column -> rows.stream().mapToInt(row -> row.length(column)).max().orElse(0)).toArray();
        for (int excess = total(widths) - room; excess > 0; excess--) {
            int widest = IntStream.range(0, widths.length).boxed()
                    .max(Comparator.comparingInt(column -> widths[column])).orElseThrow();
            widths[widest] = Math.max(widths[widest] - 1, MIN_COLUMN);
        }
        return widths;
    }

    private static int total(int[] widths) {
        return IntStream.of(widths).sum() + GAP.length() * (widths.length - 1);
    }

    private static List<String> lines(Row row, int[] widths, Screen screen) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(column -> column == widths.length - 1
                        ? Wrapping.atBlanks(row.cells().get(column), widths[column])
                        : Wrapping.anywhere(row.cells().get(column), widths[column]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height).mapToObj(line -> line(row, cells, line, widths, screen)).toList();
    }

    private static String line(Row row, List<List<String>> cells, int line, int[] widths, Screen screen) {
        int last = widths.length - 1;
        String begin = IntStream.range(0, last)
                .mapToObj(column -> pad(text(cells.get(column), line), widths[column]) + GAP)
                .collect(Collectors.joining());
        String end = text(cells.get(last), line);
        return end.isEmpty() ? begin.stripTrailing() : begin + screen.paint(row.color(), end);
    }

    private static String text(List<String> cell, int line) {
        return line < cell.size() ? cell.get(line) : "";
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
