package clinic.appointments.local.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The stories that the functions' logs tell, one for each correlation id, the latest first.
 *
 * @param find the text that they contain
 * @param only the kind of outcome that they have, or empty
 * @param kinds every kind of outcome that there is
 * @param all how many match; the first of them are shown
 */
public record StoryList(String find, String only, List<String> kinds, List<Row> rows, int all) {

    private static final int SHOWN = 200;

    /**
     * A story.
     *
     * @param id its correlation id
     * @param appointment the appointment's id, or empty
     * @param outcomes in order of their time
     * @param at time of the latest
     */
    public record Row(String id, String appointment, List<Outcome> outcomes, Instant at) {

        /** The reasons of all outcomes, the same one after the other once. */
        public String happened() {
            List<String> texts = new ArrayList<>();
            outcomes.stream().map(Outcome::text).filter(text -> texts.isEmpty() || !texts.getLast().equals(text))
                    .forEach(texts::add);
            return String.join(", ", texts);
        }

        /** The outcome that a person looks for: the latest that is not good, or the first. */
        public Outcome decisive() {
            return outcomes.stream().filter(outcome -> outcome.style().equals("bad")).findFirst()
                    .orElse(outcomes.getFirst());
        }
    }

    static StoryList of(StageReading reading, String find, String only) {
        Map<String, List<LoggedLine>> stories = new LinkedHashMap<>();
        reading.log().stream().filter(line -> Outcome.of(line).isPresent() && id(line).isPresent())
                .forEach(line -> stories.computeIfAbsent(id(line).get(), _ -> new ArrayList<>()).add(line));
        List<String> kinds = stories.values().stream().flatMap(List::stream).flatMap(line -> Outcome.of(line).stream())
                .map(Outcome::kind).distinct().sorted().toList();
        List<Row> rows = stories.entrySet().stream().filter(story -> matches(story.getValue(), find, only))
                .map(story -> row(story.getKey(), story.getValue())).toList().reversed();
        return new StoryList(find, only, kinds, rows.stream().limit(SHOWN).toList(), rows.size());
    }

    /** Queries have an id as well, but no story. */
    private static Optional<String> id(LoggedLine line) {
        return line.fields().containsKey("message_id") ? line.field("correlation_id").or(() -> line.field("message_id"))
                : Optional.empty();
    }

    private static boolean matches(List<LoggedLine> lines, String find, String only) {
        return (only.isEmpty() || lines.stream().flatMap(line -> Outcome.of(line).stream()).map(Outcome::kind)
                .anyMatch(only::equals))
                && (find.isEmpty() || lines.stream().flatMap(line -> line.fields().values().stream())
                        .anyMatch(value -> value.contains(find)));
    }

    private static Row row(String id, List<LoggedLine> lines) {
        return new Row(id, lines.stream().flatMap(line -> line.field("appointment_id").stream()).findFirst().orElse(""),
                lines.stream().flatMap(line -> Outcome.of(line).stream()).toList(), lines.getLast().at());
    }

    /** Whether more match than are shown. */
    public boolean isCut() {
        return all > rows.size();
    }

    /** The kinds after the empty one, which is all of them. */
    public List<String> kindsAndAll() {
        return Stream.concat(Stream.of(""), kinds.stream()).toList();
    }
}
