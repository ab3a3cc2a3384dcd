package clinic.appointments.infrastructure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Where two documents differ: one line a place, with what is expected there and what is found. */
final class Difference {

    private final List<String> lines = new ArrayList<>();

    private Difference() {
    }

    static List<String> between(JsonNode expected, JsonNode actual) {
        var difference = new Difference();
        difference.compare("", expected, actual);
        return difference.lines;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            var fields = new TreeSet<String>();
            expected.fieldNames().forEachRemaining(fields::add);
            actual.fieldNames().forEachRemaining(fields::add);
            fields.forEach(field -> compare(path + "/" + field, expected.path(field), actual.path(field)));
        } else if (expected.isArray() && actual.isArray()) {
            for (var i = 0; i < Math.max(expected.size(), actual.size()); i++) {
                compare(path + "/" + i, expected.path(i), actual.path(i));
            }
        } else if (!expected.equals(actual)) {
            lines.add(path + ": expected " + text(expected) + ", found " + text(actual));
        }
    }

    private static String text(JsonNode node) {
        return node instanceof MissingNode ? "nothing" : node.toString();
    }
}
