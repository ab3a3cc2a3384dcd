package clinic.appointments.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The performance that the service promises: counts that are the same on every machine, which the build compares, and
 * figures that a benchmark measured. Kept as a file.
 */
record Budget(List<Figure> figures) {

    static final Path FILE = Path.of("tests/benchmark/budget.csv");
    static final Path PAGE = Path.of("docs/performance.md");

    /**
     * One figure.
     *
     * @param value a number, a ratio or a duration
     * @param before the value before the service was made fast and cheap
     * @param target the value that was aimed at
     * @param peer the value of a textbook service in Python, measured with the same engines
     * @param benchmark name of the benchmark or page that it is from
     */
    record Figure(String name, String value, String before, String target, String peer, String benchmark) {

        static final String EXACT = "ExactCounts";

        boolean isExact() {
            return benchmark.equals(EXACT);
        }

        private static Figure of(String line) {
            List<String> cells = List.of(line.split(";", -1));
            return new Figure(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5));
        }

        private Figure with(String measured) {
            return new Figure(name, measured, before, target, peer, benchmark);
        }

        private String line() {
            return String.join(";", name, value, before, target, peer, benchmark);
        }

        private String row() {
            return "| %s | %s | %s | %s | %s | `%s` |\n".formatted(name, value, before, target, peer, benchmark);
        }
    }

    static Budget read() throws IOException {
        return new Budget(Files.readAllLines(FILE).stream().skip(1).map(Figure::of).toList());
    }

    /** One sentence for each exact count that is not as promised, better or worse. */
    List<String> differences(Map<String, ?> measured) {
        Map<String, String> promised = exact();
        return Stream.concat(promised.keySet().stream(), measured.keySet().stream()).distinct()
                .filter(name -> !promised.getOrDefault(name, "").equals(String.valueOf(measured.get(name))))
                .map(name -> "%s: %s promised, %s measured".formatted(name, promised.get(name), measured.get(name)))
                .toList();
    }

    /** The budget with what was measured in place of what was promised. */
    Budget with(Map<String, ?> measured) {
        return new Budget(figures.stream()
                .map(figure -> measured.containsKey(figure.name())
                        ? figure.with(String.valueOf(measured.get(figure.name())))
                        : figure)
                .toList());
    }

    void write() throws IOException {
        Files.writeString(FILE, "figure;value;before;target;peer;benchmark\n"
                + figures.stream().map(figure -> figure.line() + "\n").collect(Collectors.joining()));
    }

    String page() {
        return """
                # Performance

                The rows of `ExactCounts` are the functions' own calls of AWS, DynamoDB write units and read units. They are the same on every
                machine, so `BudgetTest` compares them with `tests/benchmark/budget.csv` in each build: a change for the worse or the better
                fails with both values until it is approved. The other rows are from two shared cores: their ratios and counts repeat, their
                times do not. "Before" is version 27a56b1. The peer is a textbook service in Python without claims, receipts and leases: it
                cannot book a room, and books a patient twice when two requests race. To measure a benchmark again, and approve the counts:

                ```bash
                mvn -q -ntp -pl tests/benchmark -am process-classes -Dexec.skip=false -Dbenchmark=ExactCounts
                ```

                | figure | now | before | target | peer | from |
                |---|---:|---:|---:|---:|---|
                %s"""
                .formatted(figures.stream().map(Figure::row).collect(Collectors.joining()));
    }

    private Map<String, String> exact() {
        return figures.stream().filter(Figure::isExact)
                .collect(Collectors.toMap(Figure::name, Figure::value, (first, _) -> first, TreeMap::new));
    }
}
