package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.OpaqueCursor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A position among the marked patients: the time of the mark and the patient. */
final class UndeliverableCursor {

    private static final String SEPARATOR = " ";

    private UndeliverableCursor() {
    }

    static String write(Map<String, AttributeValue> lastKey) {
        Attributes key = Attributes.of(lastKey);
        return OpaqueCursor.write(key.text(PatientsTable.SIGNED_AT) + SEPARATOR + key.text(PatientsTable.KEY));
    }

    /**
     * The key after which the query continues.
     *
     * @throws BadCursorException when the text is not a cursor
     */
    static Map<String, AttributeValue> read(String cursor) {
        return OpaqueCursor.read(cursor, UndeliverableCursor::key);
    }

    private static Map<String, AttributeValue> key(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        return Map.of(PatientsTable.SIGN, Attributes.textOf(PatientItem.UNDELIVERABLE), PatientsTable.SIGNED_AT,
                Attributes.textOf(Instant.parse(parts[0]).toString()), PatientsTable.KEY,
                Attributes.textOf(new PatientId(parts[parts.length - 1]).value()));
    }
}
