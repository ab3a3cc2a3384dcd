package clinic.appointments.local.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import clinic.appointments.local.page.RuleBook.Rule;

/**
 * The story of an appointment, a request or a message: everything that names its id or shares a correlation id with
 * it, on one clock.
 *
 * @param decision the outcome that decided, with the rule behind a rejection
 * @param receipt address of the request's receipt at the HTTP API
 * @param items what is stored under its ids
 */
public record Story(String id, Optional<Decision> decision, Optional<URI> receipt, List<Stored> items,
        List<StoryEntry> entries, Waterfall waterfall) {

    /**
     * The outcome that decided.
     *
     * @param sentence what its code means
     * @param rule what must hold, or empty
     * @param setting the stage's setting that the rule reads, or empty
     */
    public record Decision(Outcome outcome, String sentence, String rule, String setting) {

        static Decision of(Outcome outcome, Optional<Rule> rule) {
            return new Decision(outcome, rule.map(Rule::sentence).orElse(""), rule.map(Rule::rule).orElse(""),
                    rule.map(Rule::setting).orElse(""));
        }
    }

    /** An item of a table, as JSON. */
    public record Stored(String table, String item) {
    }

    /** Whether anything is known of the id. */
    public boolean isKnown() {
        return !entries.isEmpty() || !items.isEmpty();
    }
}
