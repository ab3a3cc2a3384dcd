package clinic.appointments.aws;

import java.util.Map;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** A write of one reminder within its appointment's item, while the stored reminder is open; nothing else changes. */
record ReminderWrite(String table, AppointmentId id, Reminder reminder) {

    UpdateItemRequest request() {
        return UpdateItemRequest.builder().tableName(table).key(AppointmentItem.key(id))
                .updateExpression("SET #reminders.#key = :reminder")
                .conditionExpression("#reminders.#key.#state = :open")
                .expressionAttributeNames(Map.of("#reminders", AppointmentItem.REMINDERS, "#key",
                        reminder.key().toString(), "#state", ReminderItem.STATE))
                .expressionAttributeValues(Map.of(":reminder", ReminderItem.entry(reminder), ":open",
                        open()))
                .build();
    }

    private static AttributeValue open() {
        return Attributes.textOf(ReminderState.SCHEDULED.name());
    }
}
