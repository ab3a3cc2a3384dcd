package clinic.appointments.wire;

/**
 * A message of a later version of this service: an older one is still draining the queue, so it is to be tried again.
 */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The number that the message gives is a client's word, and not told. */
    public NewerSchemaException(int newestKnown) {
        super("a schema is newer than " + newestKnown);
    }
}
