package clinic.appointments.port;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;

/** A position in a list as an opaque text that a client sends back. */
public final class OpaqueCursor {

    private OpaqueCursor() {
    }

    public static String write(String position) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a position.
     *
     * @throws BadCursorException when the text is not a cursor, or the reader finds no position in it
     */
    public static <T> T read(String cursor, Function<String, T> reader) {
        try {
            return reader.apply(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (DateTimeException | IllegalArgumentException bad) {
            throw new BadCursorException();
        }
    }
}
