package clinic.appointments.aws;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.port.UnresolvedState;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/**
 * A stored record, with data that Powertools does not have: the attempt that owns it, and the number of other payloads
 * with its key.
 */
final class StoredRecord extends DataRecord {

    private final String attempt;
    private final long conflicts;
    private final Instant since;
    private final Optional<UnresolvedPlace> place;

    StoredRecord(DataRecord record, String attempt, long conflicts, Instant since, Optional<UnresolvedPlace> place) {
        super(record.getIdempotencyKey(), record.getStatus(), record.getExpiryTimestamp(), record.getResponseData(),
                record.getPayloadHash(), record.getInProgressExpiryTimestamp());
        this.attempt = attempt;
        this.conflicts = conflicts;
        this.since = since;
        this.place = place;
    }

    String attempt() {
        return attempt;
    }

    /** When the attempt counts as given up. */
    Instant until() {
        return Instant.ofEpochMilli(getInProgressExpiryTimestamp().orElseThrow());
    }

    /** When the first attempt began. */
    Instant since() {
        return since;
    }

    /** Whether its request is given up; a version that does not know places may complete a record that has one. */
    boolean isGivenUp() {
        return !isCompleted() && place.filter(one -> one.state() == UnresolvedState.GIVEN_UP).isPresent();
    }

    long conflicts() {
        return conflicts;
    }

    /** Whether the record has that payload; a record whose payload was forgotten matches any payload. */
    boolean isOf(String payload) {
        return getPayloadHash().equals(payload) || getPayloadHash().equals(IdempotencyItem.FORGOTTEN);
    }

    boolean isCompleted() {
        return getStatus() == Status.COMPLETED;
    }
}
