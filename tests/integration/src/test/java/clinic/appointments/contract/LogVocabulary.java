package clinic.appointments.contract;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The vocabulary of log lines, as the code names it, the page explains it and functions use it. */
record LogVocabulary(LogDocument document, Map<String, Set<String>> emitted) {

    /** Causes have the fields of the exception itself. */
    private static final Predicate<String> OF_A_CAUSE = Pattern.compile("^failure\\.(?:cause|suppressed)\\b")
            .asPredicate();

    /** Levels and messages of all events. */
    static Set<String> events() {
        return Arrays.stream(LogEvent.values()).map(LogVocabulary::text).collect(toSet());
    }

    static String text(LogEvent event) {
        return event.level() + " " + event.text();
    }

    static Set<String> keys() {
        return Arrays.stream(LogKey.values()).map(LogKey::id).collect(toSet());
    }

    /** What the page does not explain, and what it explains but nothing is. */
    Set<String> differencesFromThePage() {
        return Stream.concat(differences(document.events().keySet(), events()).stream(),
                differences(document.keys().keySet(), keys()).stream()).collect(toSet());
    }

    /**
     * Events that are written but not named, or named but not written.
     *
     * @param elsewhere those that no flow here has
     */
    Set<String> eventsThatDiffer(Collection<LogEvent> elsewhere) {
        Set<String> written = new TreeSet<>(emitted.keySet());
        elsewhere.stream().map(LogVocabulary::text).forEach(written::add);
        return differences(written, events());
    }

    /** Keys that are written but not named, or named but not written. */
    Set<String> keysThatDiffer() {
        return differences(emitted.values().stream().flatMap(LogVocabulary::normal).collect(toSet()), keys());
    }

    /** Keys of an event's lines that its row does not name, and keys of its row that no line has, after the event. */
    Set<String> rowsThatDiffer() {
        return emitted.entrySet().stream().filter(event -> document.events().containsKey(event.getKey()))
                .flatMap(event -> differences(
                        normal(event.getValue()).filter(key -> !isCommon(key)).collect(toSet()),
                        document.events().get(event.getKey())).stream().map(key -> event.getKey() + ": " + key))
                .collect(toSet());
    }

    private boolean isCommon(String key) {
        return !document.keys().getOrDefault(key, "").isEmpty();
    }

    private static Stream<String> normal(Set<String> keys) {
        return keys.stream().filter(OF_A_CAUSE.negate());
    }

    private static Set<String> differences(Set<String> some, Set<String> others) {
        return Stream.of(some, others).flatMap(Set::stream)
                .filter(each -> some.contains(each) != others.contains(each)).collect(toSet());
    }

    private static Collector<String, ?, Set<String>> toSet() {
        return Collectors.toCollection(TreeSet::new);
    }
}
