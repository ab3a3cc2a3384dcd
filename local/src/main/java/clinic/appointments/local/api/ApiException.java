package clinic.appointments.local.api;

/** The API cannot be served as its body describes it; one sentence for whoever wrote the body. */
public final class ApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ApiException(String message) {
        super(message);
    }

    ApiException(String message, Exception cause) {
        super(message, cause);
    }
}
