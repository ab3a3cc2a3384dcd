package clinic.appointments.local.function;

/** The initialization of a function failed; the message tells the user why in one sentence. */
public final class InitException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    InitException(String message) {
        super(message);
    }
}
