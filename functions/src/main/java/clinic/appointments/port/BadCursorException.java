package clinic.appointments.port;

/** A bad cursor: a cursor that this service did not make, or not for this list. */
public final class BadCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadCursorException() {
        super("cursor must be one that this list has returned");
    }
}
