package clinic.appointments.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No document or data file has a mark of a merge that was not finished; the compiler finds those in code. */
class LeftoverOfAMergeTest {

    private static final Pattern MARK = Pattern.compile("^(<{7} |>{7} |={7}$|\\|{7} ).*");
    private static final Pattern TEXT = Pattern.compile(".*\\.(md|json|yaml|yml|csv|vm|sh|mjs|properties)");
    private static final List<String> BUILT = List.of("target", "node_modules", ".git", "cdk.out");

    @Test
    void noneIsThere() {
        assertThat(texts()).hasSizeGreaterThan(100).allSatisfy(file -> assertThat(lines(file))
                .as(file.toString()).noneMatch(MARK.asMatchPredicate()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> 277b296 (test: an item)", "||||||| base"})
    void eachMarkIsFound(String line) {
        assertThat(line).matches(MARK);
    }

    private static List<Path> texts() {
        return walk(Path.of("")).filter(file -> TEXT.matcher(file.toString()).matches()).toList();
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> !BUILT.contains(path.getFileName().toString())).toList().stream()
                    .flatMap(path -> Files.isDirectory(path) ? walk(path) : Stream.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
