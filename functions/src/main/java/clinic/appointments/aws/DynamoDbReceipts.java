package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import clinic.appointments.model.RequestId;
import clinic.appointments.port.Fingerprints;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemNotFoundException;

/** {@link Receipts} as Powertools idempotency records: a request's receipt is its idempotency record. */
public final class DynamoDbReceipts implements Receipts {

    private final DynamoDbIdempotencyStore records;
    private final Fingerprints fingerprints;

    /**
     * @param attemptIds supplies a new id each time, unique across processes
     */
    public DynamoDbReceipts(DynamoDbClient client, ReceiptTable table, InstantSource clock, Supplier<String> attemptIds,
            Fingerprints fingerprints) {
        this.records = new DynamoDbIdempotencyStore(client, table, clock, attemptIds);
        this.fingerprints = fingerprints;
    }

    /** Opens the record. An existing one may have a fingerprint with an earlier secret. */
    @Override
    public Opened open(RequestId requestId, String body, Duration atMost) {
        return begin(() -> records.begin(requestId.written(), hashesOf(body), atMost));
    }

    @Override
    public Opened settle(RequestId requestId, String body, Receipt.Result outcome) {
        ObjectNode data = OutcomeJson.of(outcome);
        return begin(() -> outcome instanceof Receipt.Parked
                ? records.park(requestId.written(), hashesOf(body), data)
                : records.settle(requestId.written(), hashesOf(body), data));
    }

    @Override
    public Opened postpone(RequestId requestId, String body) {
        return begin(() -> records.postpone(requestId.written(), hashesOf(body)));
    }

    /** The record as part of a transaction that carries the request out. */
    Update settlement(Settlement settlement) {
        return records.settlement(settlement.requestId().written(), hashesOf(settlement.body()),
                OutcomeJson.of(settlement.outcome()));
    }

    /** A transaction that holds the record is another delivery at work, and over in a moment. */
    private Opened begin(Supplier<Instant> write) {
        try {
            return new Opened.Fresh(write.get());
        } catch (RecordTakenException taken) {
            return opened(taken);
        } catch (TransactionConflictException held) {
            return new Opened.InProgress(records.now());
        }
    }

    private PayloadHashes hashesOf(String body) {
        return PayloadHashes.of(fingerprints.inEveryVersion(body));
    }

    @Override
    public void close(RequestId requestId, Receipt.Result outcome) {
        records.complete(requestId.written(), OutcomeJson.of(outcome));
    }

    @Override
    public void giveUp(RequestId requestId, String body) {
        records.abandon(requestId.written(), hashesOf(body));
    }

    @Override
    public void forgetBody(RequestId requestId) {
        records.forgetPayload(requestId.written());
    }

    @Override
    public void withdraw(RequestId requestId) {
        records.deleteRecord(DynamoDbIdempotencyStore.key(requestId.written()));
    }

    @Override
    public Optional<Receipt> find(RequestId requestId) {
        try {
            StoredRecord stored = records.getRecord(DynamoDbIdempotencyStore.key(requestId.written()));
            return Optional.of(stored).filter(record -> !record.isExpired(records.now()))
                    .map(record -> receipt(requestId, record));
        } catch (IdempotencyItemNotFoundException absent) {
            return Optional.empty();
        }
    }

    private Opened opened(RecordTakenException taken) {
        if (!taken.isSamePayload()) {
            records.countConflict(taken.stored().getIdempotencyKey());
            return new Opened.Conflict();
        }
        return taken.stored().isCompleted()
                ? new Opened.Done(OutcomeJson.outcome(taken.stored().getResponseData()))
                : new Opened.InProgress(taken.stored().until());
    }

    private static Receipt receipt(RequestId requestId, StoredRecord stored) {
        Optional<String> data = Optional.ofNullable(stored.getResponseData());
        return new Receipt(requestId, data.map(OutcomeJson::outcome), stored.isGivenUp(), stored.conflicts());
    }
}
