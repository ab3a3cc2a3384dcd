package clinic.appointments.local.gateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An error as AWS words it: a type that the SDK knows, and a message for people. */
record Refusal(String type, String message) {

    /** Form of the JSON protocols: the type stands in the body, after its namespace. */
    Reply asJsonProtocol(String namespace, int status) {
        var body = JsonNodeFactory.instance.objectNode().put("__type", namespace + type).put("message", message);
        return new Reply(status, body.toString(), null);
    }

    /** Form of the REST protocols: the type stands in a header. */
    Reply asRest(int status) {
        var body = JsonNodeFactory.instance.objectNode().put("message", message);
        return new Reply(status, body.toString(), type);
    }
}
