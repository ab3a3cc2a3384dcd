package clinic.appointments.local.api;

import java.util.stream.Collectors;

/** {@code $util} of a mapping template, as far as the templates use it. */
public final class TemplateFunctions {

    /** Escapes by the rules of JavaScript, which include apostrophes and slashes. */
    public String escapeJavaScript(String text) {
        return text.chars().mapToObj(TemplateFunctions::escaped).collect(Collectors.joining());
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"', '\'', '\\', '/' -> "\\" + (char) character;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> character < 32 || character > 126 ? "\\u%04X".formatted(character)
                    : Character.toString(character);
        };
    }
}
