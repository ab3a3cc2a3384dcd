package clinic.appointments.local.run;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What the output can show.
 *
 * @param width its columns
 * @param colors whether it shows colors
 * @param live whether a line can be written over
 */
record Screen(int width, boolean colors, boolean live) {

    /** A file or a pipe. */
    static final Screen FILE = new Screen(Integer.MAX_VALUE, false, false);

    private static final int USUAL_WIDTH = 120;
    private static final int MIN_WIDTH = 40;

    /** The color of a text. */
    enum Color {
        PLAIN(0), RED(31), GREEN(32), YELLOW(33), CYAN(36);

        private final int code;

        Color(int code) {
            this.code = code;
        }
    }

    /** The output of this program. */
    static Screen ofThisProgram() {
        return of(terminal(System.console()), System.getenv(), Screen::columns);
    }

    private static boolean terminal(@Nullable Console console) {
        return console != null && console.isTerminal();
    }

    /**
     * A terminal or a file.
     *
     * @param environment with {@code TERM}, and {@code NO_COLOR} as <a href="https://no-color.org">no-color.org</a>
     *     says
     * @param columns width of the terminal; 0 where it is unknown
     */
    static Screen of(boolean terminal, Map<String, String> environment, IntSupplier columns) {
        if (!terminal) {
            return FILE;
        }
        boolean capable = !environment.getOrDefault("TERM", "dumb").equals("dumb");
        boolean colors = capable && environment.getOrDefault("NO_COLOR", "").isEmpty();
        int width = columns.getAsInt();
        return new Screen(width == 0 ? USUAL_WIDTH : Math.max(width, MIN_WIDTH), colors, capable);
    }

    /** The JDK does not tell the width of a terminal. */
    private static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(ProcessBuilder.Redirect.INHERIT).start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return Optional.of(size).filter(text -> text.matches("\\d{1,5} \\d{1,5}"))
                    .map(text -> Integer.parseInt(text.substring(text.indexOf(' ') + 1))).orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    /** A text in a color, where there are colors. */
    String paint(Color color, String text) {
        return colors && color != Color.PLAIN && !text.isEmpty() ? "\u001B[" + color.code + "m" + text + "\u001B[0m"
                : text;
    }
}
