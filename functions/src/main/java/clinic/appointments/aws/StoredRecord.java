package clinic.appointments.aws;

import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/** A record as it is stored, with what Powertools does not know of: how often another payload came under its key. */
final class StoredRecord extends DataRecord {

    private final long conflicts;

    StoredRecord(DataRecord record, long conflicts) {
        super(record.getIdempotencyKey(), record.getStatus(), record.getExpiryTimestamp(), record.getResponseData(),
                record.getPayloadHash(), record.getInProgressExpiryTimestamp());
        this.conflicts = conflicts;
    }

    long conflicts() {
        return conflicts;
    }

    boolean isCompleted() {
        return getStatus() == Status.COMPLETED;
    }
}
