package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.port.Receipts;
import clinic.appointments.wire.Hash;
import com.fasterxml.jackson.databind.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.lambda.powertools.idempotency.IdempotencyConfig;
import software.amazon.lambda.powertools.idempotency.exceptions.IdempotencyItemNotFoundException;
import software.amazon.lambda.powertools.idempotency.persistence.BasePersistenceStore;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/**
 * Powertools' idempotency records of one kind on DynamoDB, with its 2.x attribute names. Unlike the store of Powertools
 * 1.15, it is safe in a crash: the end of an attempt is compared in milliseconds, and an attempt that has ended cannot
 * overwrite its successor. The key is {@code <kind>#<hash>} without the function's name, so that every function finds
 * the record. Not thread-safe: one instance serves one message at a time.
 */
final class DynamoDbIdempotencyStore extends BasePersistenceStore {

    private final DynamoDbClient client;
    private final String table;
    private final String kind;
    private final InstantSource clock;
    private final Supplier<String> attemptIds;
    private final Map<String, Begun> ours = new HashMap<>();
    private Instant since = Instant.EPOCH;

    /** Our own attempt, and the start of the first attempt in its series. */
    private record Begun(String attempt, Instant since) {
    }

    private DynamoDbIdempotencyStore(DynamoDbClient client, String table, String kind, InstantSource clock,
            Supplier<String> attemptIds) {
        this.client = client;
        this.table = table;
        this.kind = kind;
        this.clock = clock;
        this.attemptIds = attemptIds;
    }

    /**
     * A store whose records are found by the field {@code key} of their payload.
     *
     * @param attemptIds supplies a new id each time, unique across processes: two attempts may start in one millisecond
     */
    static DynamoDbIdempotencyStore of(DynamoDbClient client, String table, RecordKind kind,
            InstantSource clock, Supplier<String> attemptIds) {
        DynamoDbIdempotencyStore store = new DynamoDbIdempotencyStore(client, table, kind.prefix(), clock, attemptIds);
        IdempotencyConfig.Builder config = IdempotencyConfig.builder().withEventKeyJMESPath("key")
                .withThrowOnNoIdempotencyKey(true).withExpiration(Receipts.RETENTION).withHashFunction("SHA-256");
        kind.validation().ifPresent(config::withPayloadValidationJMESPath);
        store.configure(config.build(), kind.prefix());
        return store;
    }

    @Override
    public StoredRecord getRecord(String powertoolsKey) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table).key(key(powertoolsKey)).consistentRead(true)).item();
        if (item.isEmpty()) {
            throw new IdempotencyItemNotFoundException("no record " + stored(powertoolsKey));
        }
        return IdempotencyItem.read(item);
    }

    @Override
    public void putRecord(DataRecord record, Instant now) {
        String attempt = attemptIds.get();
        try {
            begun(record, now, IdempotencyItem.read(client.updateItem(update -> update.tableName(table)
                    .key(key(record.getIdempotencyKey())).updateExpression(IdempotencyItem.BEGIN)
                    .conditionExpression(IdempotencyItem.FREE_OR_GIVEN_UP)
                    .expressionAttributeNames(IdempotencyItem.NAMES_OF_BEGIN)
                    .expressionAttributeValues(IdempotencyItem.valuesOfBegin(record, attempt, now))
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)).attributes()));
        } catch (ConditionalCheckFailedException taken) {
            StoredRecord stored = IdempotencyItem.read(taken.item());
            acceptIfOurs(attempt, stored, record.getPayloadHash());
            begun(record, now, stored);
        }
    }

    private void begun(DataRecord record, Instant now, StoredRecord stored) {
        since = stored.since().isBefore(now.minus(Receipts.ATTEMPT_WINDOW)) ? now : stored.since();
        ours.put(record.getIdempotencyKey(), new Begun(stored.attempt(), since));
    }

    @Override
    public void updateRecord(DataRecord record) {
        whileOurs(record.getIdempotencyKey(), begun -> client.updateItem(update -> update.tableName(table)
                .key(key(record.getIdempotencyKey())).updateExpression(IdempotencyItem.COMPLETE)
                .conditionExpression(IdempotencyItem.IS_OWN_ATTEMPT)
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_COMPLETE)
                .expressionAttributeValues(IdempotencyItem.valuesOfComplete(record, begun.attempt()))));
    }

    /** Gives the attempt up; the record stays, because the key belongs to the payload that first came with it. */
    @Override
    public void deleteRecord(String powertoolsKey) {
        whileOurs(powertoolsKey, begun -> client.updateItem(update -> update.tableName(table).key(key(powertoolsKey))
                .updateExpression(IdempotencyItem.GIVE_UP).conditionExpression(IdempotencyItem.IS_OWN_ATTEMPT)
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_GIVEN_UP)
                .expressionAttributeValues(IdempotencyItem.valuesOfGivenUp(begun.attempt(), begun.since()))));
    }

    /** Counts another payload with the key of a record. */
    void countConflict(String powertoolsKey) {
        client.updateItem(update -> update.tableName(table).key(key(powertoolsKey))
                .updateExpression(IdempotencyItem.COUNT_CONFLICT)
                .conditionExpression("attribute_exists(" + IdempotencyTable.KEY + ")")
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_CONFLICTS)
                .expressionAttributeValues(Map.of(":one", Attributes.numberOf(1))));
    }

    /** Makes a record match any payload; does nothing when the key has no record. */
    void forgetPayload(String keyText) {
        try {
            client.updateItem(update -> update.tableName(table).key(key("#" + Hash.of(keyText)))
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
     * @param atMost time after which it counts as given up
     * @return start of the first attempt
     * @throws RecordTakenException when the record is completed, or another attempt is in progress
     */
    Instant begin(JsonNode key, Duration atMost) {
        saveInProgress(key, now(), OptionalInt.of(Math.toIntExact(atMost.toMillis())));
        return since;
    }

    Instant now() {
        return clock.instant();
    }

    /** After a lost response the SDK sends our own put again, which then fails its condition. */
    private static void acceptIfOurs(String attempt, StoredRecord stored, String payload) {
        if (stored.isCompleted() || !stored.attempt().equals(attempt)) {
            throw new RecordTakenException(stored, payload);
        }
    }

    private void whileOurs(String powertoolsKey, Consumer<Begun> write) {
        Begun begun = ours.remove(powertoolsKey);
        if (begun == null) {
            throw new IllegalStateException("no attempt of ours at " + stored(powertoolsKey));
        }
        try {
            write.accept(begun);
        } catch (ConditionalCheckFailedException takenOver) {
            return;
        }
    }

    private Map<String, AttributeValue> key(String powertoolsKey) {
        return Map.of(IdempotencyTable.KEY, Attributes.textOf(stored(powertoolsKey)));
    }

    /** Powertools 1.15 leaves out the leading zeros of a hash. */
    private String stored(String powertoolsKey) {
        String hash = powertoolsKey.substring(powertoolsKey.indexOf('#') + 1);
        return kind + "#" + "0".repeat(Hash.LENGTH - hash.length()) + hash;
    }
}
