package clinic.appointments.model;

/**
 * An invalid value: a field with a value that it can never hold. The message names the field and the rule, never the
 * value, which may be personal.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    public InvalidValueException(String field, String rule) {
        super(field + " " + rule);
        this.field = field;
    }

    /** Name of the field in the message. */
    public String field() {
        return field;
    }

    /** Throws unless the rule holds. */
    public static void unless(boolean holds, String field, String rule) {
        if (!holds) {
            throw new InvalidValueException(field, rule);
        }
    }
}
