package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An error in the form of AWS: a type that the SDK knows, and a message for people. */
record Refusal(String type, String message) {

    /** The form of the JSON protocols: the body contains the type after its namespace. */
    ServiceResponse asJsonProtocol(String namespace, int status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("__type", namespace + type).put("message", message);
        return new ServiceResponse(status, body.toString());
    }

    /** The form of the REST protocols: a header contains the type. */
    ServiceResponse asRest(int status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("message", message);
        return new ServiceResponse(status, body.toString(), type);
    }
}
