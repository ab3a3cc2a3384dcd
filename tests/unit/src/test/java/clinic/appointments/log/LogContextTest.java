package clinic.appointments.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.LogKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

/** A key that the context does not clear would be in the lines of the next message. */
class LogContextTest {

    private static final Path CODE = Path.of("functions/src/main/java");
    private static final String CONTEXT = "LogContext.java";
    private static final Pattern PUT = Pattern.compile("LogKey\\.([A-Z_]+)");
    /** Keys of one line; they are no part of the context. */
    private static final Pattern LINE = Pattern.compile("\\bwith\\(\\s*LogKey\\.[A-Z_]+");

    /** Every key that the code names, but for those of one line. */
    static Set<LogKey> keysInTheContext() {
        return files().stream().flatMap(file -> PUT.matcher(LINE.matcher(file).replaceAll("")).results())
                .map(found -> LogKey.valueOf(found.group(1))).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("keysInTheContext")
    void clearsEachKeyThatTheCodePuts(LogKey key) {
        LogContext.asked(key, "value");
        LogContext.clear();

        assertThat(LogContext.get(key)).isNull();
    }

    @Test
    void findsAKeyThatIsNotCleared() {
        LogContext.asked(LogKey.ROUTE, "value");
        LogContext.clear();

        assertThat(LogContext.get(LogKey.ROUTE)).isEqualTo("value");
        LogContext.leaveOut(LogKey.ROUTE);
        assertThat(keysInTheContext()).hasSizeGreaterThan(15).contains(LogKey.RESOURCE_ID, LogKey.GIVEN_UP_REQUESTS)
                .doesNotContain(LogKey.ROUTE);
    }

    /** Nothing else reaches the map of the lines' keys. */
    @Test
    void isTheOnlyWayIntoTheContext() throws IOException {
        try (Stream<Path> files = Files.walk(CODE)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> text(file).contains(MDC.class.getName()))
                    .map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(CONTEXT, "InvocationScope.java");
        }
    }

    private static List<String> files() {
        try (Stream<Path> files = Files.walk(CODE)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(LogContextTest::text).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
