package clinic.appointments.local.call;

/** A call to AWS failed: with an error response, or without any response (status 0). */
public final class AwsCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    AwsCallException(String target, int status, String type, String message) {
        super(target + ": " + type + ": " + message);
        this.status = status;
        this.type = type;
    }

    /** HTTP status, or 0 when no response came. */
    public int status() {
        return status;
    }

    /** Name of the error without its namespace, such as {@code AccessDeniedException}. */
    public String type() {
        return type;
    }

    /** Whether the caller's policies denied the call. */
    public boolean isDenied() {
        return type.startsWith("AccessDenied");
    }
}
