package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error as AWS words it: a type that the SDK knows, and a message for people. */
record Refusal(String type, String message) {

    /** Form of the JSON protocols: the type stands in the body, after its namespace. */
    ServiceResponse asJsonProtocol(String namespace, int status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("__type", namespace + type).put("message", message);
        return new ServiceResponse(status, body.toString(), null);
    }

    /** Form of the REST protocols: the type stands in a header. */
    ServiceResponse asRest(int status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        return new ServiceResponse(status, body.toString(), type);
    }
}
