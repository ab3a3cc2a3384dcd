package clinic.appointments.aws;

import java.util.HashMap;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A write of one reminder within its appointment's item, and of the item's place in the index of overdue work. Its
 * condition is that the appointment is as it was seen: the place follows from all reminders.
 */
record ReminderWrite(AppointmentTable table, Appointment seen, Reminder changed) {

    private static final String STILL_OPEN = " AND #reminders.#key.#state = :open";
    private static final String REMINDER = "SET #reminders.#key = :reminder";
    private static final String PLACE = ", #shard = :shard, #from = :from";
    private static final String NO_PLACE = " REMOVE #shard, #from";

    /** Whether the reminder is still open, and the lease is still the one that was seen. */
    boolean isAllowedIn(Appointment stored) {
        return stored.reminder(changed.key()).filter(Reminder::isOpen).map(Reminder::lease)
                .filter(seen.reminder(changed.key()).flatMap(Reminder::lease)::equals).isPresent();
    }

    UpdateItemRequest request() {
        Map<String, AttributeValue> place = table.placeOf(seen.with(changed));
        return UpdateItemRequest.builder().tableName(table.name()).key(AppointmentItem.key(seen.id()))
                .updateExpression(REMINDER + (place.isEmpty() ? NO_PLACE : PLACE))
                .conditionExpression(AppointmentWrite.UNCHANGED + STILL_OPEN)
                .expressionAttributeNames(names()).expressionAttributeValues(values(place))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    private Map<String, String> names() {
        return Map.of("#reminders", AppointmentItem.REMINDERS, "#key", changed.key().toString(), "#state",
                ReminderItem.STATE, "#version", AppointmentItem.VERSION, "#shard", AppointmentsTable.OVERDUE_SHARD,
                "#from", AppointmentsTable.OVERDUE_FROM);
    }

    private Map<String, AttributeValue> values(Map<String, AttributeValue> place) {
        Map<String, AttributeValue> values = new HashMap<>(Attributes.empty().number(":seen", seen.version())
                .map(":reminders", ReminderItem.of(seen.reminders())).text(":open", ReminderState.SCHEDULED.name())
                .item());
        values.put(":reminder", ReminderItem.entry(changed));
        if (!place.isEmpty()) {
            values.put(":shard", place.get(AppointmentsTable.OVERDUE_SHARD));
            values.put(":from", place.get(AppointmentsTable.OVERDUE_FROM));
        }
        return values;
    }
}
