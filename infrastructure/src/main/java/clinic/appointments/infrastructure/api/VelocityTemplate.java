package clinic.appointments.infrastructure.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mapping template of API Gateway with placeholders, written <code>@{name}</code>. A line with nothing but a
 * placeholder disappears if its value is empty; lines that begin with two number signs are comments.
 *
 * @param name name of the file in {@code api/velocity}, for messages
 */
record VelocityTemplate(String name, String text) {

    private static final Pattern PLACE = Pattern.compile("@\\{(\\w+)}");

    /** Reads a file of {@code api/velocity}. */
    static VelocityTemplate named(String name) {
        var file = "/api/velocity/" + name + ".vm";
        try (var content = Objects.requireNonNull(VelocityTemplate.class.getResourceAsStream(file), file)) {
            return new VelocityTemplate(name, new String(content.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("##")).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The template as a part of another one, without a line break at its end. */
    String filled(Map<String, String> values) {
        if (!places().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    name + ".vm has the places " + places() + ", and values came for " + values.keySet());
        }
        return text.lines().filter(line -> !isEmptyPlace(line, values)).map(line -> filled(line, values))
                .collect(Collectors.joining("\n"));
    }

    /** The whole template of a request or a response. */
    String document(Map<String, String> values) {
        return filled(values) + "\n";
    }

    private Set<String> places() {
        return PLACE.matcher(text).results().map(place -> place.group(1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean isEmptyPlace(String line, Map<String, String> values) {
        var place = PLACE.matcher(line);
        return place.matches() && value(place.group(1), values).isEmpty();
    }

    private static String filled(String line, Map<String, String> values) {
        return PLACE.matcher(line).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private static String value(String place, Map<String, String> values) {
        return Objects.requireNonNull(values.get(place), place);
    }
}
