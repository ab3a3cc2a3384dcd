package clinic.appointments.local.page;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a message, as a function logged it.
 *
 * @param kind such as {@code Accepted} or {@code Rejected}
 * @param reason such as {@code BOOKED} or {@code SLOT_TAKEN}, or empty
 */
public record Outcome(String kind, String reason) {

    private static final Set<String> GOOD = Set.of("accepted", "repeated");
    private static final Set<String> UNSETTLED = Set.of("deferred");

    static Optional<Outcome> of(LoggedLine line) {
        return line.field("outcome").map(kind -> new Outcome(kind, line.field("reason").orElse("")));
    }

    /** The reason, or the kind where there is none. */
    public String text() {
        return reason.isEmpty() ? kind : reason;
    }

    /** Name of the style: good, bad, or unsettled. */
    public String style() {
        String name = kind.toLowerCase(Locale.ROOT);
        if (GOOD.contains(name)) {
            return "good";
        }
        return UNSETTLED.contains(name) ? "warn" : name.matches("[0-9]+") && name.startsWith("2") ? "good" : "bad";
    }

    /** Whether a rule refused the request. */
    public boolean isRejection() {
        return kind.equalsIgnoreCase("rejected");
    }
}
