package clinic.appointments.wire;

/**
 * A message from a later version of this service: an older version is still draining the queue, so the message is to be
 * tried again.
 */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The message's own version number is a client's text, and is not included. */
    public NewerSchemaException(int newestKnown) {
        super("a schema is newer than " + newestKnown);
    }
}
