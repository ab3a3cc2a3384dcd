package clinic.appointments.wire;

/** A text cannot be understood; says which field breaks which rule, and quotes nothing. */
public final class MalformedMessageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedMessageException(String field, String rule) {
        super(field + " " + rule);
    }
}
