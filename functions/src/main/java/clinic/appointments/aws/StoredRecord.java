package clinic.appointments.aws;

import java.time.Instant;

import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/**
 * A record as it is stored, with what Powertools does not know of: whose attempt it is, and how often another payload
 * came.
 */
final class StoredRecord extends DataRecord {

    private final String attempt;
    private final long conflicts;
    private final Instant since;

    StoredRecord(DataRecord record, String attempt, long conflicts, Instant since) {
        super(record.getIdempotencyKey(), record.getStatus(), record.getExpiryTimestamp(), record.getResponseData(),
                record.getPayloadHash(), record.getInProgressExpiryTimestamp());
        this.attempt = attempt;
        this.conflicts = conflicts;
        this.since = since;
    }

    String attempt() {
        return attempt;
    }

    /** When the attempt counts as given up. */
    Instant until() {
        return Instant.ofEpochMilli(getInProgressExpiryTimestamp().orElseThrow());
    }

    /** When it was first attempted. */
    Instant since() {
        return since;
    }

    long conflicts() {
        return conflicts;
    }

    /** Whether it is that payload's; a record whose payload was forgotten is any payload's. */
    boolean isOf(String payload) {
        return getPayloadHash().equals(payload) || getPayloadHash().equals(IdempotencyItem.FORGOTTEN);
    }

    boolean isCompleted() {
        return getStatus() == Status.COMPLETED;
    }
}
