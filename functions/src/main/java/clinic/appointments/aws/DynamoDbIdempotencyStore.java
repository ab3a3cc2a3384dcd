package clinic.appointments.aws;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.UnresolvedState;
import clinic.appointments.wire.Hash;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemNotFoundException;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;
import software.amazon.lambda.powertools.idempotency.persistence.PersistenceStore;

/**
 * Powertools' idempotency records of requests on DynamoDB, with its 2.x attribute names. Unlike the store of Powertools
 * 1.15, it is safe in a crash: the end of an attempt is compared in milliseconds, and an attempt that has ended cannot
 * overwrite its successor. The key is {@code request#<hash>} without the function's name, so that every function finds
 * the record. The base class of Powertools would read keys with JMESPath from JSON: callers have them as texts.
 * Thread-safe for records of different names.
 */
final class DynamoDbIdempotencyStore implements PersistenceStore {

    private static final String REQUEST = "request#";

    private final DynamoDbClient client;
    private final ReceiptTable table;
    private final InstantSource clock;
    private final Supplier<String> attemptIds;
    private final Map<String, Begun> ours = new ConcurrentHashMap<>();

    /**
     * Our own attempt.
     *
     * @param since start of the first attempt in its series
     * @param anew whether the record still has the start of an earlier series
     */
    private record Begun(String attempt, Instant since, boolean anew) {
    }

    /**
     * @param attemptIds supplies a new id each time, unique across processes: two attempts may start in one millisecond
     */
    DynamoDbIdempotencyStore(DynamoDbClient client, ReceiptTable table, InstantSource clock,
            Supplier<String> attemptIds) {
        this.client = client;
        this.table = table;
        this.clock = clock;
        this.attemptIds = attemptIds;
    }

    @Override
    public StoredRecord getRecord(String key) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table.name()).key(itemKey(key)).consistentRead(true)).item();
        if (item.isEmpty()) {
            throw new IdempotencyItemNotFoundException("no record " + key);
        }
        return IdempotencyItem.read(item);
    }

    @Override
    public void putRecord(DataRecord record, Instant now) {
        begin(record, new PayloadHashes(List.of(record.getPayloadHash())), now);
    }

    private Begun begin(DataRecord record, PayloadHashes payload, Instant now) {
        String attempt = attemptIds.get();
        return begin(record, attempt, now, new RecordUpdate(table.name(), record.getIdempotencyKey(),
                IdempotencyItem.BEGIN, payload, IdempotencyItem.valuesOfBegin(record, payload, attempt, now)));
    }

    private Begun beginPostponed(DataRecord record, PayloadHashes payload, Instant now) {
        String attempt = attemptIds.get();
        return begin(record, attempt, now, new RecordUpdate(table.name(), record.getIdempotencyKey(),
                IdempotencyItem.POSTPONE, payload, placed(new UnresolvedPlace(UnresolvedState.PENDING, now), record,
                        IdempotencyItem.valuesOfBegin(record, payload, attempt, now))));
    }

    private Map<String, AttributeValue> placed(UnresolvedPlace place, DataRecord record,
            Map<String, AttributeValue> values) {
        return IdempotencyItem.at(place, table.shardOf(record.getIdempotencyKey()), values);
    }

    private Begun begin(DataRecord record, String attempt, Instant now, RecordUpdate begin) {
        try {
            return begun(record, now, IdempotencyItem.read(client.updateItem(begin.alone()).attributes()));
        } catch (ConditionalCheckFailedException taken) {
            StoredRecord stored = IdempotencyItem.read(taken.item());
            acceptIfOurs(attempt, stored, begin.payload());
            return begun(record, now, stored);
        }
    }

    private Begun begun(DataRecord record, Instant now, StoredRecord stored) {
        boolean anew = stored.since().isBefore(now.minus(Receipts.ATTEMPT_WINDOW));
        Begun begun = new Begun(stored.attempt(), anew ? now : stored.since(), anew);
        ours.put(record.getIdempotencyKey(), begun);
        return begun;
    }

    /**
     * Begins an attempt and completes it at once.
     *
     * @return its time
     * @throws RecordTakenException when the record is completed, or another attempt is in progress
     */
    Instant settle(String name, PayloadHashes payload, ObjectNode data) {
        Instant now = now();
        String attempt = attemptIds.get();
        return settle(attempt, now, settlement(name, payload, data, attempt, now));
    }

    /** The same as {@link #settle} for a request that is parked. */
    Instant park(String name, PayloadHashes payload, ObjectNode data) {
        Instant now = now();
        String attempt = attemptIds.get();
        DataRecord settled = settled(name, payload, data, now);
        return settle(attempt, now, new RecordUpdate(table.name(), key(name), IdempotencyItem.PARK, payload,
                placed(new UnresolvedPlace(UnresolvedState.PARKED, now), settled,
                        IdempotencyItem.valuesOfSettle(settled, payload, attempt, now))));
    }

    private Instant settle(String attempt, Instant now, RecordUpdate settlement) {
        try {
            client.updateItem(settlement.alone());
        } catch (ConditionalCheckFailedException taken) {
            acceptIfSettledByUs(attempt, IdempotencyItem.read(taken.item()), settlement.payload());
        }
        return now;
    }

    /** The same as {@link #settle}, as part of a transaction, which fails when the record is taken. */
    Update settlement(String name, PayloadHashes payload, ObjectNode data) {
        return settlement(name, payload, data, attemptIds.get(), now()).inTransaction();
    }

    private RecordUpdate settlement(String name, PayloadHashes payload, ObjectNode data, String attempt, Instant now) {
        return new RecordUpdate(table.name(), key(name), IdempotencyItem.SETTLE, payload,
                IdempotencyItem.valuesOfSettle(settled(name, payload, data, now), payload, attempt, now));
    }

    private static DataRecord settled(String name, PayloadHashes payload, ObjectNode data, Instant now) {
        return new DataRecord(key(name), DataRecord.Status.COMPLETED, expiration(now), data.toString(),
                payload.current(), OptionalLong.of(now.toEpochMilli()));
    }

    /** Gives the request up, unless it has an outcome or another payload. */
    void abandon(String name, PayloadHashes payload) {
        Instant now = now();
        DataRecord abandoned = begun(name, payload, now, Instant.EPOCH);
        try {
            client.updateItem(new RecordUpdate(table.name(), key(name), IdempotencyItem.ABANDON, payload,
                    placed(new UnresolvedPlace(UnresolvedState.GIVEN_UP, now), abandoned,
                            IdempotencyItem.valuesOfBegin(abandoned, payload, attemptIds.get(), now)))
                    .ofUndecided());
        } catch (ConditionalCheckFailedException decided) {
            return;
        }
    }

    /**
     * Begins an attempt and gives it up at once.
     *
     * @return start of the first attempt
     * @throws RecordTakenException when the record is completed, or another attempt is in progress
     */
    Instant postpone(String name, PayloadHashes payload) {
        Instant now = now();
        Begun begun = beginPostponed(begun(name, payload, now, Instant.EPOCH), payload, now);
        if (begun.anew()) {
            deleteRecord(key(name));
        }
        ours.remove(key(name));
        return begun.since();
    }

    @Override
    public void updateRecord(DataRecord record) {
        whileOurs(record.getIdempotencyKey(), begun -> client.updateItem(update -> update.tableName(table.name())
                .key(itemKey(record.getIdempotencyKey())).updateExpression(IdempotencyItem.COMPLETE)
                .conditionExpression(IdempotencyItem.IS_OWN_ATTEMPT)
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_COMPLETE)
                .expressionAttributeValues(IdempotencyItem.valuesOfComplete(record, begun.attempt()))));
    }

    /** Gives the attempt up; the record stays, because the key belongs to the payload that first came with it. */
    @Override
    public void deleteRecord(String key) {
        whileOurs(key, begun -> client.updateItem(update -> update.tableName(table.name()).key(itemKey(key))
                .updateExpression(IdempotencyItem.GIVE_UP).conditionExpression(IdempotencyItem.IS_OWN_ATTEMPT)
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_GIVEN_UP)
                .expressionAttributeValues(IdempotencyItem.valuesOfGivenUp(begun.attempt(), begun.since()))));
    }

    /** Counts another payload with the key of a record. */
    void countConflict(String key) {
        client.updateItem(update -> update.tableName(table.name()).key(itemKey(key))
                .updateExpression(IdempotencyItem.COUNT_CONFLICT)
                .conditionExpression("attribute_exists(" + IdempotencyTable.KEY + ")")
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_CONFLICTS)
                .expressionAttributeValues(Map.of(":one", Attributes.numberOf(1))));
    }

    /** Makes a record match any payload; does nothing when the key has no record. */
    void forgetPayload(String name) {
        try {
            client.updateItem(update -> update.tableName(table.name()).key(itemKey(key(name)))
                    .updateExpression(IdempotencyItem.FORGET_PAYLOAD)
                    .conditionExpression("attribute_exists(" + IdempotencyTable.KEY + ")")
                    .expressionAttributeNames(IdempotencyItem.NAMES_OF_FORGET)
                    .expressionAttributeValues(IdempotencyItem.VALUES_OF_FORGET));
        } catch (ConditionalCheckFailedException absent) {
            return;
        }
    }

    /**
     * Begins an attempt.
     *
     * @param payload what has to be the same in every attempt with this name
     * @param atMost time after which it counts as given up
     * @return start of the first attempt
     * @throws RecordTakenException when the record is completed, or another attempt is in progress
     */
    Instant begin(String name, PayloadHashes payload, Duration atMost) {
        Instant now = now();
        return begin(begun(name, payload, now, now.plus(atMost)), payload, now).since();
    }

    private DataRecord begun(String name, PayloadHashes payload, Instant now, Instant until) {
        return new DataRecord(key(name), DataRecord.Status.INPROGRESS, expiration(now), null, payload.current(),
                OptionalLong.of(until.toEpochMilli()));
    }

    /** Completes our attempt, with the data of its result. */
    void complete(String name, ObjectNode data) {
        updateRecord(new DataRecord(key(name), DataRecord.Status.COMPLETED, expiration(now()), data.toString(), ""));
    }

    /** The key of the record with this name. */
    static String key(String name) {
        return REQUEST + Hash.of(name);
    }

    private static long expiration(Instant now) {
        return now.plus(Receipts.RETENTION).getEpochSecond();
    }

    /** As Powertools 1.15 writes the hash of a payload, without leading zeros; stored records have it. */
    static String hash(String payload) {
        return payload.isEmpty() ? "" : String.format("%032x", new BigInteger(Hash.of(payload), 16));
    }

    Instant now() {
        return clock.instant();
    }

    /** After a lost response the SDK sends our own put again, which then fails its condition. */
    private static void acceptIfOurs(String attempt, StoredRecord stored, PayloadHashes payload) {
        if (stored.isCompleted() || !stored.attempt().equals(attempt)) {
            throw new RecordTakenException(stored, payload);
        }
    }

    private static void acceptIfSettledByUs(String attempt, StoredRecord stored, PayloadHashes payload) {
        if (!stored.attempt().equals(attempt)) {
            throw new RecordTakenException(stored, payload);
        }
    }

    private void whileOurs(String key, Consumer<Begun> write) {
        Begun begun = ours.remove(key);
        if (begun == null) {
            throw new IllegalStateException("no attempt of ours at " + key);
        }
        try {
            write.accept(begun);
        } catch (ConditionalCheckFailedException takenOver) {
            return;
        }
    }

    private static Map<String, AttributeValue> itemKey(String key) {
        return Map.of(IdempotencyTable.KEY, Attributes.textOf(key));
    }
}
