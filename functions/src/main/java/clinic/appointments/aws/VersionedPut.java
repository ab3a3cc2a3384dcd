package clinic.appointments.aws;

import java.util.Map;
import java.util.function.Predicate;

import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** A write of a whole item, on condition that the stored item has the version before, or that there is none. */
final class VersionedPut {

    static final String VERSION = "version";

    private VersionedPut() {
    }

    /**
     * The write; if it is refused, the stored item comes back.
     *
     * @param key name of the table's partition key
     * @param version version of the item, from 1
     */
    static PutItemRequest of(String table, String key, Map<String, AttributeValue> item, long version) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(table).item(item)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        if (version == 1) {
            return put.conditionExpression("attribute_not_exists(" + key + ")").build();
        }
        return put.conditionExpression("#version = :seen").expressionAttributeNames(Map.of("#version", VERSION))
                .expressionAttributeValues(Map.of(":seen", Attributes.numberOf(version - 1))).build();
    }

    /**
     * Makes the write.
     *
     * @param isOurs whether a stored item is the one to be written: the answer to an earlier try was lost
     */
    static WriteResult make(DynamoDbClient client, PutItemRequest put,
            Predicate<Map<String, AttributeValue>> isOurs) {
        try {
            client.putItem(put);
            return WriteResult.WRITTEN;
        } catch (ConditionalCheckFailedException failed) {
            return failed.hasItem() && isOurs.test(failed.item()) ? WriteResult.WRITTEN : WriteResult.CONFLICT;
        }
    }
}
