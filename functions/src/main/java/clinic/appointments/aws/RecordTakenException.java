package clinic.appointments.aws;

import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemAlreadyExistsException;

/** A record that already exists; the exception carries it, which saves the read that Powertools would make. */
final class RecordTakenException extends IdempotencyItemAlreadyExistsException {

    private static final long serialVersionUID = 1L;

    private final transient StoredRecord stored;
    private final transient boolean samePayload;

    RecordTakenException(StoredRecord stored, PayloadHashes wanted) {
        this.stored = stored;
        this.samePayload = wanted.areOf(stored);
    }

    StoredRecord stored() {
        return stored;
    }

    boolean isSamePayload() {
        return samePayload;
    }
}
