package clinic.appointments.wire;

import clinic.appointments.message.Correlation;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The beginning of every message between our own stages: schema, type and correlation. */
final class TypedMessage {

    private TypedMessage() {
    }

    static ObjectNode write(String type, Correlation correlation) {
        ObjectNode body = Json.object().put("schema", Schema.NEWEST).put("type", type);
        CorrelationFields.write(correlation, body);
        return body;
    }

    /** Reads a message of any type with a known schema. */
    static Fields read(String body) {
        Fields fields = new Fields(Json.read(body));
        Schema.check(fields);
        return fields;
    }
}
