package clinic.appointments.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The resources of a stage with a mistake to come; found by type and the first part of their logical id, so that a
 * draft survives what else changes in the templates.
 */
record Draft(ObjectNode resources) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Draft of(StageName stage) {
        return new Draft(Synthesized.resources(stage));
    }

    Resources view() {
        return new Resources(resources);
    }

    ObjectNode properties(String type, String prefix) {
        return (ObjectNode) view().properties(id(type, prefix));
    }

    /** The object at that place of the properties. */
    ObjectNode at(String type, String prefix, String pointer) {
        return (ObjectNode) properties(type, prefix).at(pointer);
    }

    /** The first statement of the role's policy that allows the action. */
    ObjectNode permission(String role, String action) {
        return (ObjectNode) view().statements()
                .filter(statement -> statement.id().startsWith(role) && statement.allows(action)).findFirst()
                .orElseThrow().value();
    }

    String id(String type, String prefix) {
        var ids = view().of(type).map(Resources.Entry::id).filter(id -> id.startsWith(prefix)).toList();
        if (ids.size() != 1) {
            throw new IllegalStateException(type + " " + prefix + " names " + ids);
        }
        return ids.getFirst();
    }

    void add(String id, String type, String properties) {
        var resource = resources.putObject(id).put("Type", type);
        resource.set("Properties", json(properties));
    }

    void remove(String type, String prefix) {
        resources.remove(id(type, prefix));
    }

    /** Leaves no alarm on the resource, and some on every other one. */
    void watchAllBut(String type, String prefix) {
        var left = id(type, prefix);
        var alarms = view().of("AWS::CloudWatch::Alarm").map(Resources.Entry::id).toList();
        resources.remove(alarms);
        List.copyOf(view().all().map(Resources.Entry::id).toList()).stream().filter(id -> !id.equals(left))
                .forEach(id -> add("Alarm" + id.hashCode(), "AWS::CloudWatch::Alarm", """
                        {"Dimensions": [{"Name": "Name", "Value": {"Ref": "%s"}}]}""".formatted(id)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
