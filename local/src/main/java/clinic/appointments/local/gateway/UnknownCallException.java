package clinic.appointments.local.gateway;

import java.util.Objects;
/** A call that the gateway cannot parse: an unknown service or operation, or a body that is not JSON. */
final class UnknownCallException extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownCallException(String sentence) {
        super(sentence);
    }

    ServiceResponse reply() {
        Refusal refusal = new Refusal("UnknownOperationException", Objects.requireNonNull(getMessage()));
        return new ServiceResponse(400, refusal.asJsonProtocol("", 400).body(), refusal.type());
    }
}
