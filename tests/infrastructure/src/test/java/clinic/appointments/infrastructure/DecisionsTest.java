package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every decision has a status and a date, and the index lists it. */
class DecisionsTest {

    private static final Path FOLDER = Path.of("docs/decisions");
    private static final Pattern HEADER = Pattern.compile("""
            # (?<title>[^\n]+)

            \\*\\*Status:\\*\\* (?<status>accepted|superseded by \\[\\d{4}]\\([^)]+\\))\\. \\*\\*Date:\\*\\* \
            (?<date>\\d{4}-\\d\\d-\\d\\d(, revised \\d{4}-\\d\\d-\\d\\d)?)\\.
            .*""", Pattern.DOTALL);

    @Test
    void theIndexListsEachDecisionWithItsStatusAndDate() throws IOException {
        var rows = Files.readAllLines(FOLDER.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| [")).toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            var decisions = files.filter(file -> !file.endsWith("README.md")).sorted().toList();
            assertThat(decisions).isNotEmpty();
            assertThat(decisions.stream().map(DecisionsTest::row)).doesNotContain(Optional.empty());
            assertThat(rows).isEqualTo(decisions.stream().flatMap(decision -> row(decision).stream()).toList());
        }
    }

    @Test
    void findsADecisionWithoutADate() {
        assertThat(row("0001-a.md", "# A\n\n**Status:** accepted.\n\n**Decision.** A.\n")).isEmpty();
        assertThat(row("0001-a.md", "# A\n\n**Status:** accepted. **Date:** 2026-11-23.\n\n**Decision.** A.\n"))
                .contains("| [0001](0001-a.md) | A | accepted | 2026-11-23 |");
    }

    private static Optional<String> row(Path decision) {
        try {
            return row(decision.getFileName().toString(), Files.readString(decision));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> row(String file, String text) {
        Matcher header = HEADER.matcher(text);
        return header.matches()
                ? Optional.of("| [%s](%s) | %s | %s | %s |".formatted(file.substring(0, 4), file,
                        header.group("title"), header.group("status"), header.group("date")))
                : Optional.empty();
    }
}
