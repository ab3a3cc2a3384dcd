package clinic.appointments.aws;

import java.time.Instant;
import java.util.Map;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;
import clinic.appointments.model.ReminderLease;
import clinic.appointments.model.ReminderState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A write of a lease into an open reminder without a lease, or with one that is over. The keys of the indexes stay as
 * they are, so it costs one write unit; the item comes back without a read unit (DynamoDB API Reference, "UpdateItem").
 */
record LeaseWrite(AppointmentId appointment, ReminderKey reminder, ReminderLease lease, Instant now) {

    private static final String SET = "SET #reminders.#key.#attempt = :attempt, #reminders.#key.#until = :until";
    private static final String OPEN_AND_FREE = "#reminders.#key.#state = :open"
            + " AND (attribute_not_exists(#reminders.#key.#until) OR #reminders.#key.#until < :now)";

    UpdateItemRequest request(AppointmentTable table) {
        return UpdateItemRequest.builder().tableName(table.name()).key(AppointmentItem.key(appointment))
                .updateExpression(SET).conditionExpression(OPEN_AND_FREE)
                .expressionAttributeNames(names()).expressionAttributeValues(values())
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    private Map<String, String> names() {
        return Map.of("#reminders", ReminderItem.NAME, "#key", reminder.toString(), "#state",
                ReminderItem.STATE, "#attempt", ReminderItem.ATTEMPT, "#until", ReminderItem.UNTIL);
    }

    private Map<String, AttributeValue> values() {
        return Attributes.empty().text(":open", ReminderItem.code(ReminderState.SCHEDULED))
                .text(":attempt", lease.attempt())
                .number(":until", lease.until().toEpochMilli()).number(":now", now.toEpochMilli()).item();
    }
}
