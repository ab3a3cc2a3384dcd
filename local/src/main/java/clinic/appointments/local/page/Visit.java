package clinic.appointments.local.page;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The address that is asked for.
 *
 * @param path its parts, decoded
 * @param query its parameters, decoded
 */
record Visit(List<String> path, Map<String, String> query) {

    static Visit of(URI address) {
        List<String> path = Arrays.stream(address.getRawPath().split("/")).filter(part -> !part.isEmpty())
                .map(Visit::decode).toList();
        return new Visit(path, pairs(address.getRawQuery() == null ? "" : address.getRawQuery()));
    }

    /** The visit with the fields of a form, as browsers and {@code curl} write them. */
    Visit with(String form) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.putAll(pairs(form.strip()));
        return new Visit(path, all);
    }

    private static Map<String, String> pairs(String raw) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Arrays.stream(raw.split("&")).filter(pair -> pair.contains("=")).map(pair -> pair.split("=", 2))
                .forEach(pair -> pairs.put(decode(pair[0]), decode(pair[1])));
        return pairs;
    }

    /** A part of the path; empty if there is none. */
    String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** A parameter of the query; empty if there is none. */
    String parameter(String name) {
        return query.getOrDefault(name, "").strip();
    }

    /** A text as a part of a path or as a parameter. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
