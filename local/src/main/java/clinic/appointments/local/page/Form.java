package clinic.appointments.local.page;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A command of the page with fields.
 *
 * @param path address of the command
 * @param text of its button
 */
public record Form(String path, String text, List<Field> fields) {

    private static final String CHOICE = "choice";

    /**
     * A field.
     *
     * @param type of the input, such as {@code text}, or that of a choice
     * @param value at the beginning
     * @param choices to choose from, in their order; empty for an input
     */
    public record Field(String name, String label, String type, String value, List<Choice> choices) {

        /** Whether a person chooses among values. */
        public boolean isChoice() {
            return type.equals(CHOICE);
        }
    }

    /** A value to choose. */
    public record Choice(String value, String text) {
    }

    static Field text(String name, String label, String value) {
        return new Field(name, label, "text", value, List.of());
    }

    static Field input(String name, String label, String type, String value) {
        return new Field(name, label, type, value, List.of());
    }

    /** A choice, which begins with the first value. */
    static Field choice(String name, String label, List<Choice> choices) {
        return new Field(name, label, CHOICE, choices.getFirst().value(), choices);
    }

    /** The command with the values of the fields at the beginning. */
    public String curl(Frame frame) {
        return frame.curl(path) + fields.stream()
                .map(field -> " --data-urlencode " + quoted(field.name() + "=" + field.value()))
                .collect(Collectors.joining());
    }

    /** A word of a shell's command. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
