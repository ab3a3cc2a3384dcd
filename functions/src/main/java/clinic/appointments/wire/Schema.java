package clinic.appointments.wire;

/**
 * The schema version of the messages. Messages without a version have version 1; version 2 introduced follow-ups, which
 * version 1 wrote as confirmations.
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
