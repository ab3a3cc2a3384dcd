package clinic.appointments.local.engine;

/** An engine did not start, or rejected a table or queue; the message tells the user in one sentence. */
public final class EngineException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
