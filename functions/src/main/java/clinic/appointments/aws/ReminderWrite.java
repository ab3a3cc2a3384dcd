package clinic.appointments.aws;

import java.util.HashMap;
import java.util.Map;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Reminder;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A write of one reminder within its appointment's item, and of the item's place in the index of overdue work. Its
 * condition is that the appointment is as it was seen: the place follows from all reminders. Reminders in the former
 * form get the present one.
 */
record ReminderWrite(AppointmentTable table, Appointment seen, Reminder changed) {

    private static final String REMINDERS = "SET #reminders = :changed";
    private static final String PLACE = ", #shard = :shard, #from = :from REMOVE #former";
    private static final String NO_PLACE = " REMOVE #former, #shard, #from";

    /** Whether the reminder is still open, and its lease is still the one that was seen. */
    boolean isAllowedIn(Appointment stored) {
        return stored.reminder(changed.key()).filter(Reminder::isOpen).map(Reminder::lease)
                .filter(seen.reminder(changed.key()).flatMap(Reminder::lease)::equals).isPresent();
    }

    UpdateItemRequest request() {
        Map<String, AttributeValue> place = table.placeOf(seen.with(changed));
        return UpdateItemRequest.builder().tableName(table.name()).key(AppointmentItem.key(seen.id()))
                .updateExpression(REMINDERS + (place.isEmpty() ? NO_PLACE : PLACE))
                .conditionExpression(AppointmentWrite.UNCHANGED)
                .expressionAttributeNames(names()).expressionAttributeValues(values(place))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>(AppointmentWrite.NAMES);
        names.put("#shard", AppointmentsTable.OVERDUE_SHARD);
        names.put("#from", AppointmentsTable.OVERDUE_FROM);
        return names;
    }

    private Map<String, AttributeValue> values(Map<String, AttributeValue> place) {
        Attributes values = AppointmentWrite.seen(seen).map(":changed",
                ReminderItem.of(seen.with(changed)));
        if (!place.isEmpty()) {
            Attributes keys = Attributes.of(place);
            values.text(":shard", keys.text(AppointmentsTable.OVERDUE_SHARD))
                    .text(":from", keys.text(AppointmentsTable.OVERDUE_FROM));
        }
        return values.item();
    }
}
