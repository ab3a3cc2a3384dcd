package clinic.appointments.local.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The innermost cause in the log of a dead process; the runtime interface client reports only the outermost one. */
final class LastCause {

    private static final String MARK = "Caused by: ";

    private LastCause() {
    }

    /** The message of the last cause in a log. */
    static Optional<String> in(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith(MARK)).reduce((_, last) -> last).map(LastCause::message);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static String message(String line) {
        String cause = line.substring(MARK.length());
        return cause.substring(cause.indexOf(": ") < 0 ? 0 : cause.indexOf(": ") + 2);
    }
}
