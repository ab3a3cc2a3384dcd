package clinic.appointments.local.gateway;

/** The gateway cannot listen on its port; the message tells the user why in one sentence. */
public final class GatewayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GatewayException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
