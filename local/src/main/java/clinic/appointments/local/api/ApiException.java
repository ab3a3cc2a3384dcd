package clinic.appointments.local.api;

/** The API cannot be served as its body describes it; the message tells the author of the body why, in one sentence. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiException(String message) {
        super(message);
    }

    ApiException(String message, Exception cause) {
        super(message, cause);
    }
}
