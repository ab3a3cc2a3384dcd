package clinic.appointments.local.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sentences on the codes of rejections, from the tables of {@code docs/rules.md} and {@code docs/api.md} in the
 * working directory; a program without these pages knows no sentence.
 */
final class RuleBook {

    private final Map<String, Rule> rules = new HashMap<>();

    /**
     * A rule.
     *
     * @param rule what must hold, or empty
     * @param setting the stage's setting that it reads, or empty
     * @param sentence what the code means to a client
     */
    record Rule(String rule, String setting, String sentence) {
    }

    private RuleBook() {
    }

    static RuleBook read(Path docs) {
        RuleBook book = new RuleBook();
        rows(docs.resolve("api.md")).filter(cells -> cells.size() == 2).forEach(cells -> codes(cells.getFirst())
                .forEach(code -> book.rules.put(code, new Rule("", "", cells.get(1)))));
        rows(docs.resolve("rules.md")).filter(cells -> cells.size() == 4).forEach(cells -> codes(cells.get(2))
                .forEach(code -> book.rules.computeIfPresent(code, (_, known) -> new Rule(cells.getFirst(),
                        cells.get(1).replace("`", ""), known.sentence()))));
        return book;
    }

    /** The rule behind a code. */
    Optional<Rule> of(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    private static Stream<List<String>> rows(Path page) {
        try {
            return Files.exists(page) ? Files.readAllLines(page).stream().filter(line -> line.startsWith("| "))
                    .map(line -> Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                            .map(String::strip).toList())
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(String cell) {
        return Arrays.stream(cell.split(", ", -1)).filter(code -> code.matches("`[A-Z_]+`"))
                .map(code -> code.replace("`", "")).toList();
    }
}
