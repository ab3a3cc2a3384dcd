package clinic.appointments.mail;

import java.nio.charset.StandardCharsets;

/** Lines of an iCalendar object (RFC 5545, section 3.1): folded, and with CRLF at the end. */
final class ContentLines {

    /** Octets of a line, without its end. */
    private static final int MAX_OCTETS = 75;
    private static final String END = "\r\n";

    private final StringBuilder lines = new StringBuilder();

    /**
     * Adds a property.
     *
     * @param name name with its parameters
     */
    ContentLines add(String name, String value) {
        int length = 0;
        for (int character : (name + ":" + value).codePoints().toArray()) {
            int octets = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            if (length + octets > MAX_OCTETS) {
                lines.append(END).append(' ');
                length = 1;
            }
            lines.appendCodePoint(character);
            length += octets;
        }
        lines.append(END);
        return this;
    }

    /** Adds a property whose value is free text (section 3.3.11). */
    ContentLines addText(String name, String value) {
        return add(name, value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n"));
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
