package clinic.appointments.aws;

import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.BadCursorException;
import clinic.appointments.port.OpaqueCursor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A position among the patients with an address. A cursor carries the id of a patient only; the address comes from the
 * caller's own question, so that a forged cursor cannot reach into another one.
 *
 * @param version position of the fingerprint among those of the address
 * @param after the last patient found by it; empty before the first
 */
record EmailCursor(int version, Optional<PatientId> after) {

    private static final String OF = "/";

    static EmailCursor beginning(int version) {
        return new EmailCursor(version, Optional.empty());
    }

    static EmailCursor after(int version, Map<String, AttributeValue> lastKey) {
        return new EmailCursor(version, Optional.of(new PatientId(Attributes.of(lastKey).text(PatientsTable.KEY))));
    }

    /**
     * Reads the text that {@link #written()} makes.
     *
     * @throws BadCursorException when the text is not a cursor for that number of versions
     */
    static EmailCursor read(String cursor, int versions) {
        return bounded(OpaqueCursor.read(cursor, EmailCursor::of), versions);
    }

    private static EmailCursor of(String position) {
        int end = position.indexOf(OF);
        int version = Integer.parseInt(position.substring(0, Math.max(end, 0)));
        String id = position.substring(end + 1);
        return new EmailCursor(version, id.isEmpty() ? Optional.empty() : Optional.of(new PatientId(id)));
    }

    private static EmailCursor bounded(EmailCursor cursor, int versions) {
        if (cursor.version < 0 || cursor.version >= versions) {
            throw new BadCursorException();
        }
        return cursor;
    }

    String written() {
        return OpaqueCursor.write(version + OF + after.map(PatientId::value).orElse(""));
    }
}
