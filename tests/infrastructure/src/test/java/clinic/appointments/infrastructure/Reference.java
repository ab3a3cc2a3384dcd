package clinic.appointments.infrastructure;

import java.util.Comparator;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Says in words what an expression of a template names.
 *
 * @param resources what may be named
 */
record Reference(Resources resources) {

    /** Such as {@code AppointmentsTable/index/byPatient}; the hash that the CDK adds to a logical id is left out. */
    String text(JsonNode expression) {
        return switch (expression.getNodeType()) {
            case STRING -> expression.asText();
            case ARRAY -> Resources.elements(expression).map(this::text).collect(Collectors.joining(", "));
            default -> function(expression);
        };
    }

    private String function(JsonNode expression) {
        if (expression.has("Fn::Join")) {
            return Resources.elements(expression.at("/Fn::Join/1")).map(this::text)
                    .collect(Collectors.joining(expression.at("/Fn::Join/0").asText()));
        }
        var pseudo = expression.path("Ref").asText();
        return pseudo.startsWith("AWS::") ? "{" + pseudo.substring(5) + "}" : resource(expression);
    }

    private String resource(JsonNode expression) {
        return resources.all().filter(entry -> entry.isNamedBy(expression)).map(Resources.Entry::id)
                .max(Comparator.comparingInt(String::length)).map(Reference::withoutHash).orElse(expression.toString());
    }

    static String withoutHash(String logicalId) {
        return logicalId.replaceFirst("[0-9A-F]{8}$", "");
    }
}
