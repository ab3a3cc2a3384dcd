package clinic.appointments.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectionReasonTest {

    private static final Pattern SHOWN = Pattern.compile("REJECTED:([A-Z_]+)|\"shows\": \"([A-Z_]+)\"");
    private static final Pattern IN_A_TEST = Pattern.compile("\\b[A-Z_]{5,}\\b");

    @Test
    void hasASampleMessageForEveryReason() throws IOException {
        assertThat(found(Path.of("events"), ".json", SHOWN)).isEqualTo(names());
    }

    @Test
    void hasATestForEveryReason() throws IOException {
        assertThat(found(Path.of("tests/unit/src/test"), "Test.java", IN_A_TEST)).containsAll(names());
    }

    private static Set<String> names() {
        return Arrays.stream(RejectionReason.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> found(Path folder, String suffix, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).map(RejectionReasonTest::read)
                    .flatMap(text -> pattern.matcher(text).results()).map(RejectionReasonTest::code)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String code(MatchResult match) {
        return match.groupCount() == 0 ? match.group() : match.group(1) == null ? match.group(2) : match.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
