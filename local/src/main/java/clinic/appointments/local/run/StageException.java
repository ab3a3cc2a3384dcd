package clinic.appointments.local.run;

/** Something a person can put right; the message is one sentence for them. */
public final class StageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StageException(String message) {
        super(message);
    }

    public StageException(String message, Throwable cause) {
        super(message, cause);
    }
}
