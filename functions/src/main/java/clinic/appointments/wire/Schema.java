package clinic.appointments.wire;

/** The version of the messages' form. */
final class Schema {

    static final int NEWEST = 1;

    private Schema() {
    }

    static void check(Fields fields) {
        int schema = fields.number("schema", NEWEST);
        if (schema > NEWEST) {
            throw new NewerSchemaException(schema, NEWEST);
        }
    }
}
