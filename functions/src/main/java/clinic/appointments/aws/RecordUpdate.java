package clinic.appointments.aws;

import java.util.Map;

import clinic.appointments.contract.IdempotencyTable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * An update of an idempotency record on condition that it is free or given up: by itself, or as part of a transaction.
 *
 * @param key the record's key
 * @param payload a record that was given up has to have it
 */
record RecordUpdate(String table, String key, String expression, PayloadHashes payload,
        Map<String, AttributeValue> values) {

    /** The update on condition that the record has no outcome yet, even while an attempt is in progress. */
    UpdateItemRequest ofUndecided() {
        return UpdateItemRequest.builder().tableName(table).key(itemKey()).updateExpression(expression)
                .conditionExpression(IdempotencyItem.undecided(payload))
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_BEGIN).expressionAttributeValues(values).build();
    }

    UpdateItemRequest alone() {
        return UpdateItemRequest.builder().tableName(table).key(itemKey()).updateExpression(expression)
                .conditionExpression(IdempotencyItem.freeOrGivenUp(payload))
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_BEGIN).expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    Update inTransaction() {
        return Update.builder().tableName(table).key(itemKey()).updateExpression(expression)
                .conditionExpression(IdempotencyItem.freeOrGivenUp(payload))
                .expressionAttributeNames(IdempotencyItem.NAMES_OF_BEGIN).expressionAttributeValues(values).build();
    }

    private Map<String, AttributeValue> itemKey() {
        return Map.of(IdempotencyTable.KEY, Attributes.textOf(key));
    }
}
