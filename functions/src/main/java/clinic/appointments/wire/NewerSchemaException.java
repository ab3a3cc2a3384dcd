package clinic.appointments.wire;

/** A message of a later version of this service: an older one is still draining the queue, so it is to be tried again. */
public final class NewerSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NewerSchemaException(int schema, int newestKnown) {
        super("schema " + schema + " is newer than " + newestKnown);
    }
}
