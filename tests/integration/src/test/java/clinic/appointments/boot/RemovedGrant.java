package clinic.appointments.boot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A permission to take out of a template.
 *
 * @param role logical id of the role
 * @param resource logical id of the resource without its hash
 */
public record RemovedGrant(String role, String action, String resource) {

    boolean concerns(JsonNode candidate) {
        return candidate.path("Type").asText().equals("AWS::IAM::ManagedPolicy")
                && candidate.path("Properties").path("Roles").findValuesAsText("Ref").contains(role);
    }

    /** Splits each statement that holds the grant: its other actions on all, this action on the others. */
    void removeFrom(ObjectNode document) {
        ArrayNode statements = JsonNodeFactory.instance.arrayNode();
        for (JsonNode statement : document.path("Statement")) {
            List<JsonNode> kept = without(statement.path("Resource"), this::isResource);
            if (!list(statement.path("Action")).contains(JsonNodeFactory.instance.textNode(action))
                    || kept.size() == list(statement.path("Resource")).size()) {
                statements.add(statement);
            } else {
                add(statements, statement, without(statement.path("Action"), each -> each.asText().equals(action)),
                        list(statement.path("Resource")));
                add(statements, statement, List.of(JsonNodeFactory.instance.textNode(action)), kept);
            }
        }
        document.set("Statement", statements);
    }

    private boolean isResource(JsonNode candidate) {
        return Pattern.compile("GetAtt\\W*" + resource + "(Arn|\"|[0-9A-F]{8})").matcher(candidate.toString()).find();
    }

    private static void add(ArrayNode statements, JsonNode template, List<JsonNode> actions,
            List<JsonNode> resources) {
        if (!actions.isEmpty() && !resources.isEmpty()) {
            ObjectNode statement = template.deepCopy();
            statement.putArray("Action").addAll(actions);
            statement.putArray("Resource").addAll(resources);
            statements.add(statement);
        }
    }

    private static List<JsonNode> without(JsonNode values, Predicate<JsonNode> removed) {
        return list(values).stream().filter(removed.negate()).toList();
    }

    private static List<JsonNode> list(JsonNode oneOrMore) {
        List<JsonNode> values = new ArrayList<>();
        if (oneOrMore.isArray()) {
            oneOrMore.forEach(values::add);
        } else {
            values.add(oneOrMore);
        }
        return values;
    }
}
