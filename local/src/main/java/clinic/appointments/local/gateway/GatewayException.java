package clinic.appointments.local.gateway;

/** The gateway cannot be had at this address; the message is one sentence that says why. */
public final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GatewayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
