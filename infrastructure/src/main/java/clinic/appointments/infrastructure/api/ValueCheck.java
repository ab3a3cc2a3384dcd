package clinic.appointments.infrastructure.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Velocity code that detects a value which breaks its schema and reports it without quoting it. These rules are checked
 * here because API Gateway's own validator quotes values that break a pattern, a length or an enumeration, even in its
 * log.
 *
 * @param name name of the field in the request
 * @param variable variable of the template, a separate one for each value, because a Velocity reference keeps its value
 *     when nothing can be assigned to it
 * @param required whether an empty string breaks the rule; otherwise it counts as absent
 */
record ValueCheck(String name, String variable, JsonNode schema, boolean required) {

    private static final String VARIABLE = "variable";

    /** Assigns the value of the expression and checks it. */
    List<String> of(String expression) {
        var lines = new ArrayList<String>();
        lines.add(VelocityTemplate.named("value").filled(Map.of(VARIABLE, variable, "expression", expression)));
        lines.addAll(rules());
        return lines;
    }

    private List<String> rules() {
        return schema.path("type").asText().equals("array") ? list() : rule(broken());
    }

    private List<String> list() {
        var item = new ValueCheck(name, variable + "Item", schema.path("items"), true);
        var lines = new ArrayList<>(rule("$%s.size() > %d".formatted(variable, schema.path("maxItems").asInt())));
        lines.add(VelocityTemplate.named("value-list")
                .filled(Map.of(VARIABLE, variable, "item", String.join("\n", item.rules()))));
        return lines;
    }

    private List<String> rule(String broken) {
        return broken.isEmpty() ? List.of()
                : List.of(VelocityTemplate.named(required ? "value-required" : "value-optional")
                        .filled(Map.of(VARIABLE, variable, "broken", broken, "name", name, "rule",
                                schema.path("x-rule").asText())));
    }

    private String broken() {
        return Stream.of(schema.has("maxLength") ? mismatch(atMost(schema.path("maxLength").asInt())) : "",
                schema.has("pattern") ? mismatch(withoutAnchors(schema.path("pattern").asText())) : "",
                schema.has("enum") ? mismatch(alternatives()) : "")
                .filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" || "));
    }

    private String mismatch(String pattern) {
        return VelocityTemplate.named("mismatch").filled(Map.of(VARIABLE, variable, "pattern", pattern));
    }

    /** Counts characters like JSON Schema, where an emoji is one; a Java pattern counts in the same way. */
    private static String atMost(int characters) {
        return "(?s).{0," + characters + "}";
    }

    /** Removes the anchors, because Velocity matches the whole value. */
    private static String withoutAnchors(String pattern) {
        return pattern.replaceAll("^\\^|\\$$", "");
    }

    private String alternatives() {
        return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining("|"));
    }
}
