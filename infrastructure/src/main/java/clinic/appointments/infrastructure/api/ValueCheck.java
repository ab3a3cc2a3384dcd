package clinic.appointments.infrastructure.api;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Velocity that finds a value which breaks its schema, and says so without quoting it. API Gateway's own validator
 * quotes values that break a pattern, a length or an enumeration, also in its log: that is why those rules are checked
 * here.
 *
 * @param name of the field, as the client knows it
 * @param variable of the template, one for each value: a Velocity reference keeps its value when nothing can be
 *     assigned to it
 * @param required whether an empty text breaks the rule, too; otherwise it counts as absent
 */
record ValueCheck(String name, String variable, JsonNode schema, boolean required) {

    /** Assigns the value and looks at it; an absent one is none. */
    String of(String expression) {
        return "#set($%s = %s)\n%s".formatted(variable, expression, look());
    }

    /** Looks at a value that has been assigned. */
    String look() {
        return schema.path("type").asText().equals("array") ? array() : problem(broken());
    }

    private String array() {
        var item = new ValueCheck(name, variable + "Item", schema.path("items"), true);
        return problem("$%s.size() > %d".formatted(variable, schema.path("maxItems").asInt()))
                + "#foreach($%1$sItem in $%1$s)\n%2$s#end\n".formatted(variable, item.look());
    }

    private String problem(String broken) {
        return broken.isEmpty() ? ""
                : "#if($problem == \"\" && (\"$!%s\" %s (%s)))#set($problem = '%s %s')#end\n".formatted(variable,
                        required ? "== \"\" ||" : "!= \"\" &&", broken, name, schema.path("x-rule").asText());
    }

    private String broken() {
        var value = "$" + variable;
        return Stream.of(
                schema.has("maxLength") ? "!%s.matches('(?s).{0,%d}')".formatted(value, longest()) : "",
                schema.has("pattern") ? "!%s.matches('%s')".formatted(value, pattern()) : "",
                schema.has("enum") ? "!%s.matches('%s')".formatted(value, alternatives()) : "")
                .filter(condition -> !condition.isEmpty()).collect(Collectors.joining(" || "));
    }

    /** In characters as JSON Schema counts them, of which an emoji is one; a pattern of Java counts alike. */
    private int longest() {
        return schema.path("maxLength").asInt();
    }

    /** The whole value is matched, so that the anchors can go. */
    private String pattern() {
        return schema.path("pattern").asText().replaceAll("^\\^|\\$$", "");
    }

    private String alternatives() {
        return schema.path("enum").valueStream().map(JsonNode::asText).collect(Collectors.joining("|"));
    }
}
