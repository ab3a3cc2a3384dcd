package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** {@link Bookings} on DynamoDB: one BatchGetItem to read, one TransactWriteItems to write. */
public final class DynamoDbBookings implements Bookings {

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final BookingTables tables;
    private final DynamoDbReceipts receipts;

    public DynamoDbBookings(DynamoDbClient client, BookingTables tables, DynamoDbReceipts receipts) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.tables = tables;
        this.receipts = receipts;
    }

    @Override
    public BookingSituation situationOf(AppointmentId appointment, PatientId patient, List<CalendarId> days,
            List<ResourceId> resources) {
        Map<String, List<Map<String, AttributeValue>>> found = batch.read(Map.of(
                tables.patients(), List.of(PatientItem.key(patient)),
                tables.appointments().name(), List.of(AppointmentItem.key(appointment)),
                tables.calendars(), CalendarItem.keys(days),
                tables.resources(), ResourceItem.keys(resources)));
        return situation(first(found, tables.appointments().name()).map(AppointmentItem::read), days, found);
    }

    @Override
    public BookingSituation situationOf(Appointment existing, List<CalendarId> days, List<ResourceId> resources) {
        return situation(Optional.of(existing), days, batch.read(Map.of(
                tables.patients(), List.of(PatientItem.key(existing.patientId())),
                tables.calendars(), CalendarItem.keys(days),
                tables.resources(), ResourceItem.keys(resources))));
    }

    private BookingSituation situation(Optional<Appointment> existing, List<CalendarId> days,
            Map<String, List<Map<String, AttributeValue>>> found) {
        return new BookingSituation(first(found, tables.patients()).map(PatientItem::read), existing,
                CalendarItem.read(days, found.getOrDefault(tables.calendars(), List.of())),
                found.getOrDefault(tables.resources(), List.of()).stream().map(ResourceItem::read).toList());
    }

    @Override
    public Optional<List<CalendarDay>> snapshotOf(List<CalendarId> days) {
        try {
            return Optional.of(CalendarItem.read(days, client.transactGetItems(request -> request.transactItems(
                    days.stream().map(this::get).toList())).responses().stream().filter(ItemResponse::hasItem)
                    .map(ItemResponse::item).toList()));
        } catch (TransactionCanceledException canceled) {
            LostRace.check(canceled);
            return Optional.empty();
        }
    }

    private TransactGetItem get(CalendarId day) {
        return TransactGetItem.builder()
                .get(get -> get.tableName(tables.calendars()).key(CalendarItem.key(day))).build();
    }

    /**
     * Writes a transaction of at most 100 items (DynamoDB API Reference, TransactWriteItems): an appointment with ten
     * resources that moves from one UTC midnight to another has 46. The receipt comes first.
     */
    @Override
    public WriteResult save(Decision.Granted granted, Receipts.Settlement settlement) {
        try {
            client.transactWriteItems(request -> request.transactItems(Stream.concat(
                    Stream.of(receipt(settlement), appointment(granted)), granted.days().stream().map(this::day))
                    .toList()));
            return WriteResult.WRITTEN;
        } catch (TransactionCanceledException canceled) {
            return LostRace.byFirstItem(canceled) ? WriteResult.TAKEN : WriteResult.CONFLICT;
        }
    }

    private TransactWriteItem receipt(Receipts.Settlement settlement) {
        return TransactWriteItem.builder().update(receipts.settlement(settlement)).build();
    }

    private TransactWriteItem appointment(Decision.Granted granted) {
        AppointmentWrite write = AppointmentWrite.of(granted, tables.appointments());
        return put(Put.builder().tableName(tables.appointments().name()).item(write.item())
                .conditionExpression(write.condition())
                .expressionAttributeNames(write.names().isEmpty() ? null : write.names())
                .expressionAttributeValues(write.values().isEmpty() ? null : write.values()));
    }

    private TransactWriteItem day(CalendarDay day) {
        return TransactWriteItem.builder().update(CalendarWrite.ofClaims(day).in(tables.calendars())).build();
    }

    private static TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static Optional<Map<String, AttributeValue>> first(Map<String, List<Map<String, AttributeValue>>> found,
            String table) {
        return found.getOrDefault(table, List.of()).stream().findFirst();
    }
}
