package clinic.appointments.local.engine;

/** An engine could not be started, or refused a table or queue; the message is one sentence for the user. */
public final class EngineException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EngineException(String message) {
        super(message);
    }

    EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
