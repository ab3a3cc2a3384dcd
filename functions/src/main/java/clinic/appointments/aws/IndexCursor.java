package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.OpaqueCursor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A position within one partition of an index. A cursor carries only the position, which is a start and an id; the
 * partition comes from the caller's own query, so that a forged cursor cannot reach into another one.
 */
record IndexCursor(String index, String partitionKey, String partition) {

    private static final String SEPARATOR = " ";

    static String write(Map<String, AttributeValue> lastKey) {
        Attributes key = Attributes.of(lastKey);
        return OpaqueCursor.write(key.text(AppointmentsTable.START_AT) + SEPARATOR + key.text(AppointmentsTable.KEY));
    }

    /**
     * The key after which the query continues.
     *
     * @param starts starts in the caller's own query: DynamoDB accepts no key outside of its condition
     * @throws BadCursorException when the text is not a cursor, or lies outside of the starts
     */
    Map<String, AttributeValue> read(String cursor, StoredStarts starts) {
        return OpaqueCursor.read(cursor, position -> key(position, starts));
    }

    private Map<String, AttributeValue> key(String position, StoredStarts starts) {
        String[] parts = position.split(SEPARATOR, 2);
        String startAt = Instant.parse(parts[0]).toString();
        if (!starts.contain(startAt)) {
            throw new BadCursorException();
        }
        return key(startAt, new AppointmentId(parts[parts.length - 1]).value());
    }

    private Map<String, AttributeValue> key(String startAt, String id) {
        return Map.of(partitionKey, Attributes.textOf(partition), AppointmentsTable.START_AT,
                Attributes.textOf(startAt),
                AppointmentsTable.KEY, Attributes.textOf(id));
    }
}
