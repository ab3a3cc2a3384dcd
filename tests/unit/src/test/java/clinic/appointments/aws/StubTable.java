package clinic.appointments.aws;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.fixture.FixedKey;
import clinic.appointments.model.Appointment;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/**
 * DynamoDB's answers to reads of appointments, as its API Reference has them; the first answers to a batch leave keys
 * unprocessed, as many as a test says, and a transaction ends as it says.
 */
final class StubTable implements DynamoDbClient {

    static final String NAME = "appointments";
    static final AppointmentTable TABLE = new AppointmentTable(NAME, 2, 3);

    private final Map<String, Map<String, AttributeValue>> items = new TreeMap<>();
    private final Deque<Integer> leftOut = new ArrayDeque<>();
    private RuntimeException refusal;

    void put(Appointment... appointments) {
        Stream.of(appointments)
                .forEach(appointment -> items.put(appointment.id().value(), TABLE.item(appointment)));
    }

    /** How many keys the next batch leaves unprocessed. */
    void leaveOut(int keys) {
        leftOut.add(keys);
    }

    /** Receipts in a table of their own. */
    DynamoDbReceipts receipts() {
        return new DynamoDbReceipts(this, new ReceiptTable("receipts", 2), Instant::now, () -> "attempt",
                FixedKey.fingerprints("1"));
    }

    void refuse(RuntimeException exception) {
        refusal = exception;
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        List<Map<String, AttributeValue>> keys = new ArrayList<>(request.requestItems().getOrDefault(NAME,
                KeysAndAttributes.builder().keys(List.of()).build()).keys());
        int left = leftOut.isEmpty() ? 0 : Math.min(leftOut.poll(), keys.size());
        List<Map<String, AttributeValue>> unprocessed = keys.subList(0, left);
        List<Map<String, AttributeValue>> found = keys.stream().skip(left)
                .flatMap(key -> Stream.ofNullable(items.get(key.get(AppointmentsTable.KEY).s()))).toList();
        return BatchGetItemResponse.builder().responses(Map.of(NAME, found)).unprocessedKeys(left == 0
                ? Map.of()
                : Map.of(NAME, KeysAndAttributes.builder().keys(unprocessed).build())).build();
    }

    /** A page of one shard of a date: it is counted first, and then those with another status are left out. */
    @Override
    public QueryResponse query(QueryRequest request) {
        Map<String, AttributeValue> values = request.expressionAttributeValues();
        List<Map<String, AttributeValue>> rest = items.values().stream()
                .filter(item -> item.get(AppointmentsTable.DAY_SHARD).equals(values.get(":shard")))
                .filter(item -> orderOf(item).compareTo(values.get(":after").s()) > 0)
                .sorted(Comparator.comparing(StubTable::orderOf)).toList();
        List<Map<String, AttributeValue>> page = rest.subList(0, Math.min(rest.size(), request.limit()));
        return QueryResponse.builder()
                .items(page.stream().filter(item -> item.get(AppointmentsTable.STATUS).equals(values.get(":status")))
                        .toList())
                .lastEvaluatedKey(page.size() < rest.size() ? page.getLast() : null).build();
    }

    private static String orderOf(Map<String, AttributeValue> item) {
        return item.get(AppointmentsTable.START_ORDER).s();
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        throw refusal;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
