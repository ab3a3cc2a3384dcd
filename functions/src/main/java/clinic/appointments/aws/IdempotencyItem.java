package clinic.appointments.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

import clinic.appointments.contract.IdempotencyTable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.lambda.powertools.idempotency.persistence.DataRecord;

/**
 * An idempotency record as an item, and the conditions on it. {@code expiration} is in seconds,
 * {@code in_progress_expiration} in milliseconds since the epoch, as in Powertools 2.x; {@code attempt} is our own.
 */
final class IdempotencyItem {

    static final String IS_OWN_ATTEMPT = "#status = :inProgress AND #attempt = :attempt";
    private static final String SET_PLACE = ", " + IdempotencyTable.UNRESOLVED_SHARD + " = :shard, "
            + IdempotencyTable.UNRESOLVED + " = :place";
    private static final String REMOVE_PLACE = " REMOVE " + IdempotencyTable.UNRESOLVED_SHARD + ", "
            + IdempotencyTable.UNRESOLVED;
    private static final String SET_BEGUN = "SET #attempt = :attempt, #status = :inProgress,"
            + " #expiration = :expiration, #until = :until, #validation = :validation,"
            + " #since = if_not_exists(#since, :nowMillis)";
    private static final String SET_SETTLED = "SET #attempt = :attempt, #status = :completed,"
            + " #expiration = :expiration, #until = :until, #validation = :validation,"
            + " #since = if_not_exists(#since, :nowMillis), #data = :data";
    /** Begins an attempt; the facts of earlier attempts stay, with the place among the unresolved requests. */
    static final String BEGIN = SET_BEGUN + " REMOVE #data";
    /** Begins an attempt that is given up at once, and has a place among the unresolved requests. */
    static final String POSTPONE = SET_BEGUN + SET_PLACE + " REMOVE #data";
    /** Begins an attempt and completes it at once. */
    static final String SETTLE = SET_SETTLED + REMOVE_PLACE;
    /** The same for a request that is parked, and has a place among the unresolved requests. */
    static final String PARK = SET_SETTLED + SET_PLACE;
    static final String COMPLETE = "SET #status = :completed, #expiration = :expiration, #data = :data" + REMOVE_PLACE;
    /** Gives a request up; an attempt in progress stays and can complete it, and a forgotten payload stays so. */
    static final String ABANDON = "SET #attempt = if_not_exists(#attempt, :attempt), #status = :inProgress,"
            + " #expiration = :expiration, #until = if_not_exists(#until, :until),"
            + " #validation = if_not_exists(#validation, :validation), #since = if_not_exists(#since, :nowMillis)"
            + SET_PLACE + " REMOVE #data";
    /** Gives a request up whose place has not changed. */
    static final String ABANDON_SILENT = "SET " + IdempotencyTable.UNRESOLVED + " = :place";
    static final String IS_STILL_AT = "#status = :inProgress AND " + IdempotencyTable.UNRESOLVED + " = :seen";
    static final String GIVE_UP = "SET #until = :never, #since = :since";
    static final String FORGET_PAYLOAD = "SET #validation = :forgotten";
    static final String COUNT_CONFLICT = "ADD #conflicts :one";

    /** Stand-in for the hash of a forgotten payload. */
    static final String FORGOTTEN = "forgotten";

    private static final String STATUS = "status";
    private static final String UNTIL = "in_progress_expiration";
    private static final String ATTEMPT = "attempt";
    private static final String DATA = "data";
    private static final String VALIDATION = "validation";
    private static final String CONFLICTS = "conflicts";
    private static final String SINCE = "since";

    static final Map<String, String> NAMES_OF_BEGIN = Map.of("#id", IdempotencyTable.KEY, "#expiration",
            IdempotencyTable.TTL, "#status", STATUS, "#until", UNTIL, "#validation", VALIDATION, "#attempt", ATTEMPT,
            "#since", SINCE, "#data", DATA);
    static final Map<String, String> NAMES_OF_GIVEN_UP = Map.of("#status", STATUS, "#attempt", ATTEMPT, "#until",
            UNTIL, "#since", SINCE);
    static final Map<String, String> NAMES_OF_COMPLETE = Map.of("#status", STATUS, "#attempt", ATTEMPT, "#expiration",
            IdempotencyTable.TTL, "#data", DATA);
    static final Map<String, String> NAMES_OF_FORGET = Map.of("#validation", VALIDATION);
    static final Map<String, AttributeValue> VALUES_OF_FORGET = Map.of(":forgotten", Attributes.textOf(FORGOTTEN));
    static final Map<String, String> NAMES_OF_STATUS = Map.of("#status", STATUS);
    static final Map<String, String> NAMES_OF_CONFLICTS = Map.of("#conflicts", CONFLICTS);

    private IdempotencyItem() {
    }

    /** There is no record, or it has expired, or its attempt on the same payload counts as given up. */
    static String freeOrGivenUp(PayloadHashes payload) {
        return "attribute_not_exists(#id) OR #expiration < :now OR (#status = :inProgress AND #until < :nowMillis"
                + " AND #validation IN (:forgotten, " + payload.placeholders() + "))";
    }

    /** There is no record, or it has expired, or the same payload has no outcome yet. */
    static String undecided(PayloadHashes payload) {
        return "attribute_not_exists(#id) OR #expiration < :now OR (#status = :inProgress"
                + " AND #validation IN (:forgotten, " + payload.placeholders() + "))";
    }

    static StoredRecord read(Map<String, AttributeValue> stored) {
        Attributes item = Attributes.of(stored);
        OptionalLong until = item.optionalNumber(UNTIL).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        DataRecord record = new DataRecord(item.text(IdempotencyTable.KEY),
                DataRecord.Status.valueOf(item.text(STATUS)), item.number(IdempotencyTable.TTL),
                item.optionalText(DATA).orElse(null), item.text(VALIDATION), until);
        return new StoredRecord(record, item.text(ATTEMPT), item.optionalNumber(CONFLICTS).orElse(0L),
                Instant.ofEpochMilli(item.number(SINCE)),
                item.optionalText(IdempotencyTable.UNRESOLVED).map(UnresolvedPlace::parse));
    }

    static Map<String, AttributeValue> valuesOfBegin(DataRecord record, PayloadHashes payload, String attempt,
            Instant now) {
        Map<String, AttributeValue> values = new HashMap<>(valuesOfOurs(attempt));
        values.putAll(payload.attributes());
        return Attributes.of(values).number(":now", now.getEpochSecond())
                .number(":nowMillis", now.toEpochMilli()).number(":expiration", record.getExpiryTimestamp())
                .number(":until", record.getInProgressExpiryTimestamp().orElseThrow())
                .text(":validation", payload.current()).text(":forgotten", FORGOTTEN).item();
    }

    static Map<String, AttributeValue> valuesOfSettle(DataRecord record, PayloadHashes payload, String attempt,
            Instant now) {
        return Attributes.of(valuesOfBegin(record, payload, attempt, now))
                .text(":completed", DataRecord.Status.COMPLETED.toString()).text(":data", record.getResponseData())
                .item();
    }

    /** The values with a place among the unresolved requests. */
    static Map<String, AttributeValue> at(UnresolvedPlace place, String shard, Map<String, AttributeValue> values) {
        return Attributes.of(new HashMap<>(values)).text(":shard", shard).text(":place", place.text()).item();
    }

    /** The values of {@link #ABANDON_SILENT} and {@link #IS_STILL_AT}. */
    static Map<String, AttributeValue> valuesOfMove(UnresolvedPlace seen, UnresolvedPlace next) {
        return Attributes.empty().text(":inProgress", DataRecord.Status.INPROGRESS.toString())
                .text(":seen", seen.text()).text(":place", next.text()).item();
    }

    static Map<String, AttributeValue> valuesOfGivenUp(String attempt, Instant since) {
        Map<String, AttributeValue> values = new HashMap<>(valuesOfOurs(attempt));
        values.put(":never", Attributes.numberOf(0));
        values.put(":since", Attributes.numberOf(since.toEpochMilli()));
        return values;
    }

    private static Map<String, AttributeValue> valuesOfOurs(String attempt) {
        return Attributes.empty().text(":attempt", attempt)
                .text(":inProgress", DataRecord.Status.INPROGRESS.toString()).item();
    }

    static Map<String, AttributeValue> valuesOfComplete(DataRecord record, String attempt) {
        Map<String, AttributeValue> values = new HashMap<>(valuesOfOurs(attempt));
        values.putAll(Attributes.empty().text(":completed", DataRecord.Status.COMPLETED.toString())
                .number(":expiration", record.getExpiryTimestamp()).text(":data", record.getResponseData()).item());
        return values;
    }
}
