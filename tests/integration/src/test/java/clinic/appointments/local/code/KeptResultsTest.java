package clinic.appointments.local.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** A result is made once for its inputs. */
class KeptResultsTest {

    @TempDir
    Path parent;

    private KeptResults results;

    @BeforeEach
    void keep() {
        results = new KeptResults(parent, "made");
    }

    @Test
    void makesAResultOnce() throws IOException {
        Path first = results.get(hash(1), folder -> Files.writeString(folder.resolve("file"), "first"));
        Path second = results.get(hash(1), folder -> Files.writeString(folder.resolve("file"), "second"));

        assertThat(second).isEqualTo(first);
        assertThat(second.resolve("file")).hasContent("first");
    }

    @Test
    void leavesNothingOfAFailure() throws IOException {
        assertThatIllegalStateException().isThrownBy(() -> results.get(hash(1), folder -> {
            Files.writeString(folder.resolve("file"), "half");
            throw new IllegalStateException();
        }));
        assertThat(folders()).isEmpty();
    }

    @Test
    void keepsWhatAnotherProgramHasMadeMeanwhile() throws IOException {
        AtomicInteger made = new AtomicInteger();
        Path result = results.get(hash(1), folder -> {
            results.get(hash(1), other -> Files.writeString(other.resolve("file"), "other"));
            made.incrementAndGet();
        });
        assertThat(made).hasValue(1);
        assertThat(result.resolve("file")).hasContent("other");
        assertThat(folders()).containsExactly(result);
    }

    @Test
    void deletesTheResultThatWasUsedLongestAgo() throws IOException {
        Path first = results.get(hash(1), _ -> {});
        for (int input = 2; input <= 4; input++) {
            results.get(hash(input), _ -> {});
            results.get(hash(1), _ -> {});
        }
        assertThat(folders()).hasSize(3).contains(first);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList();
        }
    }

    private static String hash(int input) {
        return ContentHash.of(List.of(), String.valueOf(input));
    }
}
