package clinic.appointments.aws;

import java.util.List;
import java.util.Map;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * A table with an index that has not followed yet, which DynamoDB Local has not: a query finds what was, a read of the
 * items what is.
 *
 * @param indexed found by any query
 * @param stored read by any batch
 */
record LaggingIndex(List<Map<String, AttributeValue>> indexed, List<Map<String, AttributeValue>> stored)
        implements
            DynamoDbClient {

    static final String NAME = "table";
    static final AppointmentTable TABLE = new AppointmentTable(NAME, 1, 1);

    @Override
    public QueryResponse query(QueryRequest request) {
        return QueryResponse.builder().items(indexed).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return BatchGetItemResponse.builder().responses(Map.of(NAME, stored)).unprocessedKeys(Map.of()).build();
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
