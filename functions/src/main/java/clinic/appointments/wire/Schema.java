package clinic.appointments.wire;

/**
 * The version of the messages' form. 1 is what a message without one has; since 2 there are follow-ups, which 1 wrote
 * as confirmations.
 */
final class Schema {

    static final int FIRST = 1;
    static final int NEWEST = 2;

    private Schema() {
    }

    static void check(Fields fields) {
        int schema = fields.number("schema", FIRST);
        if (schema > NEWEST) {
            throw new NewerSchemaException(NEWEST);
        }
    }
}
