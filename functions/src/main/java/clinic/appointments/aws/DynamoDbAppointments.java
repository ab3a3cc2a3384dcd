package clinic.appointments.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Written;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** {@link Appointments} on DynamoDB. */
public final class DynamoDbAppointments implements Appointments {

    private static final String SAVE = "SET #status = :status, #statusDate = :statusDate, #version = :version, "
            + "#updatedAt = :at, #history = list_append(#history, :entry), #reminders = :reminders";

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbAppointments(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Optional<Appointment> find(AppointmentId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table).key(AppointmentItem.key(id)).consistentRead(true)).item();
        return Optional.of(item).filter(found -> !found.isEmpty()).map(AppointmentItem::read);
    }

    @Override
    public Written save(Appointment changed) {
        try {
            client.updateItem(change(changed));
            return Written.DONE;
        } catch (ConditionalCheckFailedException failed) {
            return isStored(changed, failed) ? Written.DONE : Written.CONFLICT;
        }
    }

    @Override
    public void close(AppointmentId id, Reminder closed) {
        try {
            client.updateItem(closing(id, closed));
        } catch (ConditionalCheckFailedException alreadyClosed) {
            return;
        }
    }

    private UpdateItemRequest change(Appointment changed) {
        return UpdateItemRequest.builder().tableName(table).key(AppointmentItem.key(changed.id()))
                .updateExpression(SAVE).conditionExpression("#version = :seen")
                .expressionAttributeNames(namesOfSave()).expressionAttributeValues(valuesOfSave(changed))
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    private static Map<String, String> namesOfSave() {
        return Map.of("#status", AppointmentItem.STATUS, "#statusDate", AppointmentsTable.STATUS_DATE, "#version",
                AppointmentItem.VERSION, "#updatedAt", AppointmentItem.UPDATED_AT, "#history", AppointmentItem.HISTORY,
                "#reminders", AppointmentItem.REMINDERS);
    }

    private static Map<String, AttributeValue> valuesOfSave(Appointment changed) {
        return Attributes.empty().text(":status", changed.status().name())
                .text(":statusDate", AppointmentItem.statusDate(changed)).number(":version", changed.version())
                .number(":seen", changed.version() - 1).text(":at", changed.updatedAt().toString())
                .list(":entry", List.of(HistoryItem.of(changed.latestChange())))
                .map(":reminders", ReminderItem.of(changed.reminders())).item();
    }

    /** A lost response makes the SDK send our own write again, which then fails its condition. */
    private static boolean isStored(Appointment changed, ConditionalCheckFailedException failed) {
        HistoryEntry ours = changed.latestChange();
        return failed.hasItem() && AppointmentItem.read(failed.item()).history().contains(ours);
    }

    private UpdateItemRequest closing(AppointmentId id, Reminder closed) {
        Map<String, String> names = new HashMap<>(Map.of("#reminders", AppointmentItem.REMINDERS, "#key",
                closed.key().toString(), "#state", ReminderItem.STATE, "#at", ReminderItem.CHANGED_AT));
        Map<String, AttributeValue> values = Attributes.empty().text(":closed", closed.state().name())
                .text(":open", ReminderState.SCHEDULED.name()).text(":at", closed.changedAt().toString()).item();
        return UpdateItemRequest.builder().tableName(table).key(AppointmentItem.key(id))
                .updateExpression("SET #reminders.#key.#state = :closed, #reminders.#key.#at = :at")
                .conditionExpression("#reminders.#key.#state = :open").expressionAttributeNames(names)
                .expressionAttributeValues(values).build();
    }
}
