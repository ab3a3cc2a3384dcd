package clinic.appointments.local.page;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A line of a function's log.
 *
 * @param function logical id of the function
 * @param at time of the local clock
 * @param text what the line says
 * @param fields its other keys, without those that are the same on every line of an invocation
 */
public record LoggedLine(String function, Instant at, String level, String text, Map<String, String> fields) {

    /** The value of a key. */
    public Optional<String> field(String key) {
        return Optional.ofNullable(fields.get(key));
    }

    /** Whether a value of the line is the text. */
    boolean names(String value) {
        return fields.containsValue(value);
    }

    /** The outcome of a message with its reason, or what the line says. */
    public String outcome() {
        return field("reason").or(() -> field("outcome")).orElse(text);
    }
}
