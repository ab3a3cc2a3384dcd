package clinic.appointments.aws;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import clinic.appointments.contract.PatientsTable;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.BadCursorException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Positions among the patients of an address. A cursor carries the id of a patient only; the address comes from the caller's
 * own question, so that a forged cursor cannot reach into another one.
 */
record EmailCursor(String hash) {

    static String write(Map<String, AttributeValue> lastKey) {
        byte[] id = lastKey.get(PatientsTable.KEY).s().getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    /**
     * The key after which to go on.
     *
     * @throws BadCursorException
     *             when the text is no cursor
     */
    Map<String, AttributeValue> read(String cursor) {
        try {
            String id = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Map.of(PatientsTable.EMAIL_HASH, Attributes.textOf(hash), PatientsTable.KEY,
                    Attributes.textOf(new PatientId(id).value()));
        } catch (IllegalArgumentException bad) {
            throw new BadCursorException();
        }
    }
}
