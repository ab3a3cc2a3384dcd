package clinic.appointments.aws;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.model.RequestId;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemNotFoundException;

/** {@link Receipts} as Powertools idempotency records: a request's receipt is its idempotency record. */
public final class DynamoDbReceipts implements Receipts {

    private final DynamoDbIdempotencyStore requests;
    private final DynamoDbIdempotencyStore receipts;
    private final Fingerprints fingerprints;

    /**
     * @param attemptIds supplies a new id each time, unique across processes
     */
    public DynamoDbReceipts(DynamoDbClient client, String table, InstantSource clock, Supplier<String> attemptIds,
            Fingerprints fingerprints) {
        this.requests = DynamoDbIdempotencyStore.of(client, table, RecordKind.REQUEST, clock, attemptIds);
        this.receipts = DynamoDbIdempotencyStore.of(client, table, RecordKind.RECEIPT, clock, attemptIds);
        this.fingerprints = fingerprints;
    }

    /**
     * Opens the record. An existing record may have a fingerprint with an earlier secret, and is compared in each
     * version.
     */
    @Override
    public Opened open(RequestId requestId, String body, Duration atMost) {
        return open(requestId, fingerprints.inEveryVersion(body).iterator(), atMost);
    }

    private Opened open(RequestId requestId, Iterator<String> versions, Duration atMost) {
        try {
            return new Opened.Fresh(requests.begin(record(requestId, versions.next()), atMost));
        } catch (RecordTakenException taken) {
            return versions.hasNext() && !taken.isSamePayload()
                    ? open(requestId, versions, atMost)
                    : opened(taken);
        }
    }

    @Override
    public void close(RequestId requestId, Receipt.Result outcome) {
        requests.saveSuccess(record(requestId, ""), OutcomeJson.of(outcome), requests.now());
    }

    @Override
    public void forgetBody(RequestId requestId) {
        receipts.forgetPayload(requestId.written());
    }

    @Override
    public void withdraw(RequestId requestId) {
        requests.deleteRecord(record(requestId, ""), new Deferral());
    }

    @Override
    public Optional<Receipt> find(RequestId requestId) {
        try {
            StoredRecord stored = (StoredRecord) receipts.getRecord(record(requestId, ""), receipts.now());
            return Optional.of(stored).filter(record -> !record.isExpired(receipts.now()))
                    .map(record -> receipt(requestId, record));
        } catch (IdempotencyItemNotFoundException absent) {
            return Optional.empty();
        }
    }

    private Opened opened(RecordTakenException taken) {
        if (!taken.isSamePayload()) {
            requests.countConflict(taken.stored().getIdempotencyKey());
            return new Opened.Conflict();
        }
        return taken.stored().isCompleted()
                ? new Opened.Done(OutcomeJson.outcome(taken.stored().getResponseData()))
                : new Opened.InProgress(taken.stored().until());
    }

    private static Receipt receipt(RequestId requestId, StoredRecord stored) {
        Optional<String> data = Optional.ofNullable(stored.getResponseData());
        return new Receipt(requestId, data.map(OutcomeJson::outcome), stored.conflicts());
    }

    private static JsonNode record(RequestId requestId, String fingerprint) {
        return Json.object().put("key", requestId.written()).put("body", fingerprint);
    }

    /** The reason that Powertools requires for the deletion of a record. */
    private static final class Deferral extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
