package clinic.appointments.local.page;

import java.util.Locale;

/**
 * A way between two boxes of the map.
 *
 * @param label what is on it now, or empty
 * @param chosen whether it begins or ends at the chosen box
 * @param path its line, as SVG writes it
 * @param labelX middle of the label
 * @param labelY base line of the label
 */
public record Arrow(String from, String to, Purpose purpose, String label, boolean chosen, String path, int labelX,
        int labelY) {

    /** The purpose of a way. */
    public enum Purpose {
        FEED("feeds"),
        BURY("gives up to"),
        ASK("asks"),
        SEND("sends to"),
        WRITE("writes"),
        READ("reads"),
        DUE("sends when due to"),
        REPORT("reports to");

        private final String verb;

        Purpose(String verb) {
            this.verb = verb;
        }

        /** The purpose as a verb. */
        public String verb() {
            return verb;
        }
    }

    /** Name of the style. */
    public String style() {
        return purpose.name().toLowerCase(Locale.ROOT) + (chosen ? " chosen" : "");
    }
}
