package clinic.appointments.aws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Items of several tables, read with one BatchGetItem, strongly consistent. */
final class ItemBatch {

    /** BatchGetItem reads at most 100 items (DynamoDB API Reference, BatchGetItem). */
    private static final int MAX_KEYS = 100;
    private static final int TRIES = 4;
    /** Full jitter, as the SDK's own retries have it. */
    private static final BackoffStrategy BACKOFF = BackoffStrategy.exponentialDelay(Duration.ofMillis(50),
            Duration.ofMillis(400));

    private final DynamoDbClient client;

    ItemBatch(DynamoDbClient client) {
        this.client = client;
    }

    /**
     * Reads items, of more than 100 keys with several calls.
     *
     * @param keys keys of each table, without duplicates
     * @return the items that exist, by table; their order is DynamoDB's
     * @throws ItemsNotReadException when DynamoDB keeps leaving keys unprocessed, so that absence is not proven
     */
    Map<String, List<Map<String, AttributeValue>>> read(Map<String, List<Map<String, AttributeValue>>> keys) {
        Map<String, List<Map<String, AttributeValue>>> found = new HashMap<>();
        portions(keys).forEach(portion -> readInto(found, consistent(portion)));
        return found;
    }

    private void readInto(Map<String, List<Map<String, AttributeValue>>> found, Map<String, KeysAndAttributes> keys) {
        Map<String, KeysAndAttributes> open = keys;
        for (int attempt = 0; !open.isEmpty(); attempt++) {
            if (attempt == TRIES) {
                throw new ItemsNotReadException();
            }
            pauseBefore(attempt);
            BatchGetItemResponse response = client.batchGetItem(requestOf(open));
            response.responses().forEach((table, items) -> found.computeIfAbsent(table, _ -> new ArrayList<>())
                    .addAll(items));
            open = response.unprocessedKeys();
        }
    }

    /** Reads any number of items of one table; keys without duplicates. */
    List<Map<String, AttributeValue>> readAll(String table, List<Map<String, AttributeValue>> keys) {
        return read(Map.of(table, keys)).getOrDefault(table, List.of());
    }

    /** Most reads are one portion. */
    private static List<Map<String, List<Map<String, AttributeValue>>>> portions(
            Map<String, List<Map<String, AttributeValue>>> keys) {
        if (keys.values().stream().mapToInt(List::size).sum() <= MAX_KEYS) {
            return List.of(keys);
        }
        return keys.entrySet().stream().flatMap(table -> parts(table.getValue()).map(part -> Map.of(table.getKey(),
                part))).toList();
    }

    private static Stream<List<Map<String, AttributeValue>>> parts(List<Map<String, AttributeValue>> keys) {
        return IntStream.iterate(0, from -> from < keys.size(), from -> from + MAX_KEYS)
                .mapToObj(from -> keys.subList(from, Math.min(keys.size(), from + MAX_KEYS)));
    }

    private static BatchGetItemRequest requestOf(Map<String, KeysAndAttributes> keys) {
        return BatchGetItemRequest.builder().requestItems(keys).build();
    }

    private static Map<String, KeysAndAttributes> consistent(Map<String, List<Map<String, AttributeValue>>> keys) {
        Map<String, KeysAndAttributes> request = new HashMap<>();
        keys.forEach((table, wanted) -> {
            if (!wanted.isEmpty()) {
                request.put(table, KeysAndAttributes.builder().keys(wanted).consistentRead(true).build());
            }
        });
        return request;
    }

    private static void pauseBefore(int attempt) {
        if (attempt > 0) {
            Pause.of(BACKOFF.computeDelay(attempt));
        }
    }

    /** DynamoDB repeatedly left keys unprocessed. */
    static final class ItemsNotReadException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        ItemsNotReadException() {
            super("DynamoDB left keys of a BatchGetItem unprocessed in " + TRIES + " tries");
        }
    }
}
