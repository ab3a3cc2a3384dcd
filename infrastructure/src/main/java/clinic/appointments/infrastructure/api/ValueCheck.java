package clinic.appointments.infrastructure.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Velocity that finds a value which breaks its schema, and says so without quoting the value. API Gateway's own validator
 * quotes values that break a pattern, a length or an enumeration, also in its log; therefore those rules are checked
 * here.
 *
 * @param name of the field, as the client knows it
 * @param variable of the template, one for each value: a Velocity reference keeps its value when nothing can be
 *     assigned to it
 * @param required whether an empty text breaks the rule, too; otherwise it counts as absent
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

    /** In characters as JSON Schema counts them, of which an emoji is one; a pattern of Java counts alike. */
    private static String atMost(int characters) {
        return "(?s).{0," + characters + "}";
    }

    /** Velocity matches the whole value, so that the anchors can go. */
    private static String withoutAnchors(String pattern) {
        return pattern.replaceAll("^\\^|\\$$", "");
    }

    private String alternatives() {
        return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining("|"));
    }
}
