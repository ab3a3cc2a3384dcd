package clinic.appointments.local.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An operation: a method on a path, the model that validates its requests, and its integration.
 *
 * @param resource path template
 */
record ApiRoute(String method, String resource, JsonNode operation, Optional<BodyModel> model,
        Integration integration) {

    /**
     * The parameters of a path that belongs to this route; empty for any other path.
    *
    * @param path as received, encoded
     */
    Optional<Map<String, String>> match(String path) {
        List<String> expected = segments(resource);
        List<String> actual = segments(path);
        if (expected.size() != actual.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new TreeMap<>();
        for (int index = 0; index < expected.size(); index++) {
            if (isParameter(expected.get(index)) && !actual.get(index).isEmpty()) {
                parameters.put(expected.get(index).replaceAll("[{}]", ""), decoded(actual.get(index)));
            } else if (!expected.get(index).equals(actual.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }

    /** Number of segments that are parameters; the route with fewer parameters is the better match. */
    long parameters() {
        return segments(resource).stream().filter(ApiRoute::isParameter).count();
    }

    /** Names of required parameters that are missing or blank; nothing else of parameters is validated. */
    List<String> missing(ApiRequest request) {
        return Stream.concat(missing("query", request.query()), missing("header", request.headers())).toList();
    }

    private Stream<String> missing(String place, Map<String, String> values) {
        return operation.path("parameters").valueStream()
                .filter(parameter -> parameter.path("in").asText().equals(place)
                        && parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .filter(name -> values.getOrDefault(name, "").isBlank());
    }

    /** Such as {@code GET /overdue}. */
    @Override
    public String toString() {
        return method.toUpperCase(Locale.ROOT) + " " + resource;
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static Map<String, List<String>> query(String query) {
        return query == null ? Map.of()
                : Stream.of(query.split("&")).filter(part -> !part.isEmpty()).map(part -> part.split("=", 2))
                        .collect(Collectors.groupingBy(part -> decoded(part[0]), Collectors.mapping(
                                part -> part.length == 1 ? "" : decoded(part[1].replace("+", "%20")),
                                Collectors.toUnmodifiableList())));
    }
}
