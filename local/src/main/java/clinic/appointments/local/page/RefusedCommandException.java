package clinic.appointments.local.page;

/** A command that cannot be carried out as it is; the message tells its sender why, in one sentence. */
final class RefusedCommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    RefusedCommandException(String message) {
        super(message);
    }
}
