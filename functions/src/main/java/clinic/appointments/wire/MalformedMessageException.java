package clinic.appointments.wire;

/**
 * A malformed message: a text that cannot be understood. The exception names the field and the broken rule, and quotes
 * nothing.
 */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String field, String rule) {
        super(field + " " + rule);
    }
}
