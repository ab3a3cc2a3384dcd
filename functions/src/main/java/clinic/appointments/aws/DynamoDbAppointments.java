package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.log.LogContext;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** {@link Appointments} on DynamoDB. */
public final class DynamoDbAppointments implements Appointments {

    /** Only other writes of the same appointment make an attempt fail. */
    private static final int MAX_ATTEMPTS = 5;

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final AppointmentTable table;
    private final UnreadableItems odd;

    public DynamoDbAppointments(DynamoDbClient client, AppointmentTable table) {
        this(client, table, UnreadableItems.FAIL);
    }

    /** A store that leaves out unreadable items from its lists. */
    public static DynamoDbAppointments leavingOutWhatCannotBeRead(DynamoDbClient client, AppointmentTable table) {
        return new DynamoDbAppointments(client, table, UnreadableItems.LEAVE_OUT);
    }

    private DynamoDbAppointments(DynamoDbClient client, AppointmentTable table, UnreadableItems odd) {
        this.client = client;
        this.odd = odd;
        this.batch = new ItemBatch(client);
        this.table = table;
    }

    @Override
    public Optional<Appointment> find(AppointmentId id) {
        Map<String, AttributeValue> item = client
                .getItem(get -> get.tableName(table.name()).key(AppointmentItem.key(id)).consistentRead(true)).item();
        Optional<Appointment> read = Optional.of(item).filter(found -> !found.isEmpty()).map(AppointmentItem::read);
        read.ifPresent(LogContext::read);
        return read;
    }

    @Override
    public List<Appointment> findAll(List<AppointmentId> ids) {
        Map<AppointmentId, Appointment> found = odd
                .readAll(batch.readAll(table.name(), ids.stream().map(AppointmentItem::key).toList()),
                        AppointmentsTable.KEY,
                        AppointmentItem::read)
                .collect(Collectors.toMap(Appointment::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public WriteResult save(Decision.Granted change) {
        try {
            client.putItem(put(AppointmentWrite.of(change, table)));
            return WriteResult.WRITTEN;
        } catch (ConditionalCheckFailedException failed) {
            return isStored(change.appointment(), failed) ? WriteResult.WRITTEN : WriteResult.CONFLICT;
        }
    }

    @Override
    public void update(Appointment seen, Reminder changed) {
        Optional<Appointment> next = Optional.of(seen)
                .filter(appointment -> new ReminderWrite(table, seen, changed).isAllowedIn(appointment));
        for (int attempt = 0; attempt < MAX_ATTEMPTS && next.isPresent(); attempt++) {
            next = write(new ReminderWrite(table, next.get(), changed));
        }
        if (next.isPresent()) {
            throw new IllegalStateException("an appointment has changed during each of " + MAX_ATTEMPTS + " writes");
        }
    }

    /** The appointment as stored when it is not as it was seen, and the reminder may still be written. */
    private Optional<Appointment> write(ReminderWrite write) {
        try {
            client.updateItem(write.request());
            return Optional.empty();
        } catch (ConditionalCheckFailedException failed) {
            return Optional.of(failed).filter(ConditionalCheckFailedException::hasItem)
                    .map(ConditionalCheckFailedException::item).map(AppointmentItem::read).filter(write::isAllowedIn);
        }
    }

    @Override
    public void deleteNotes(AppointmentId id) {
        try {
            Map<String, AttributeValue> left = client.updateItem(update -> update.tableName(table.name())
                    .key(AppointmentItem.key(id)).updateExpression("REMOVE #notes")
                    .conditionExpression("attribute_exists(" + AppointmentsTable.KEY + ")")
                    .expressionAttributeNames(Map.of("#notes", AppointmentItem.NOTES))
                    .returnValues(ReturnValue.ALL_NEW)).attributes();
            deleteHashes(id, FormerHistoryItem.hashed(Attributes.of(left).list(FormerHistoryItem.NAME)));
        } catch (ConditionalCheckFailedException gone) {
            return;
        }
    }

    /** History entries keep their positions: a history only grows. */
    private void deleteHashes(AppointmentId id, List<Integer> entries) {
        if (!entries.isEmpty()) {
            client.updateItem(update -> update.tableName(table.name()).key(AppointmentItem.key(id))
                    .updateExpression(entries.stream().map("#history[%d].#hash"::formatted)
                            .collect(Collectors.joining(", ", "REMOVE ", "")))
                    .conditionExpression("attribute_exists(" + AppointmentsTable.KEY + ")")
                    .expressionAttributeNames(
                            Map.of("#history", FormerHistoryItem.NAME, "#hash", FormerHistoryItem.BODY_HASH)));
        }
    }

    private PutItemRequest put(AppointmentWrite write) {
        return PutItemRequest.builder().tableName(table.name()).item(write.item())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names()).expressionAttributeValues(write.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD).build();
    }

    /** After a lost response the SDK sends our own write again, which then fails its condition. */
    private static boolean isStored(Appointment changed, ConditionalCheckFailedException failed) {
        return failed.hasItem() && AppointmentItem.read(failed.item()).history().contains(changed.latestChange());
    }
}
