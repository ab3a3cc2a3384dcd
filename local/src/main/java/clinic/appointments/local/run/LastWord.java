package clinic.appointments.local.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Ends a program that the build runs. The build would report a status with a stack trace of its own; instead it
 * prints the content of a file as its last line and ends with status 1.
 *
 * @param file from the system property {@code failure}; empty when no build is waiting
 */
public record LastWord(Optional<Path> file) {

    public static LastWord ofThisProgram() {
        return new LastWord(
                Optional.of(System.getProperty("failure", "")).filter(name -> !name.isEmpty()).map(Path::of));
    }

    /** Reports the problem, if any, and returns the exit status of the program. */
    public int say(Optional<String> wrong) {
        file.ifPresent(LastWord::remove);
        wrong.ifPresent(sentence -> file.ifPresentOrElse(found -> write(found, sentence),
                () -> System.err.println(sentence)));
        return wrong.isEmpty() ? 0 : 1;
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String sentence) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, sentence + System.lineSeparator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
