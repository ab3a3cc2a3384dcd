package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.BadCursorException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Positions among the patients that carry the sign: since when, and who. */
final class UndeliverableCursor {

    private static final String SEPARATOR = " ";

    private UndeliverableCursor() {
    }

    static String write(Map<String, AttributeValue> lastKey) {
        Attributes key = Attributes.of(lastKey);
        return OpaqueCursor.write(key.text(PatientsTable.SIGNED_AT) + SEPARATOR + key.text(PatientsTable.KEY));
    }

    /**
     * The key after which to go on.
     *
     * @throws BadCursorException when the text is no cursor
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
