package clinic.appointments.local.function;

/** A function could not be initialized; the message is one sentence for the user. */
public final class InitException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    InitException(String message) {
        super(message);
    }
}
