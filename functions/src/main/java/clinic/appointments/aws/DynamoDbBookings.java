package clinic.appointments.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.contract.AppointmentsTable;
import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Written;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** {@link Bookings} on DynamoDB: one BatchGetItem to look, one TransactWriteItems to write. */
public final class DynamoDbBookings implements Bookings {

    private static final List<String> LOST_RACE = List.of("None", "ConditionalCheckFailed", "TransactionConflict");

    private final DynamoDbClient client;
    private final ItemBatch batch;
    private final BookingTables tables;

    public DynamoDbBookings(DynamoDbClient client, BookingTables tables) {
        this.client = client;
        this.batch = new ItemBatch(client);
        this.tables = tables;
    }

    @Override
    public BookingSituation situationOf(Appointment wanted) {
        List<CalendarId> days = CalendarId.claimedBy(wanted.booking());
        Map<String, List<Map<String, AttributeValue>>> found = batch.read(Map.of(
                tables.patients(), List.of(PatientItem.key(wanted.patientId())),
                tables.appointments(), List.of(AppointmentItem.key(wanted.id())),
                tables.calendars(), keys(days)));
        return new BookingSituation(first(found.get(tables.patients())).map(PatientItem::read),
                first(found.get(tables.appointments())).map(AppointmentItem::read),
                days(days, found.getOrDefault(tables.calendars(), List.of())));
    }

    @Override
    public List<CalendarDay> days(List<CalendarId> ids) {
        return days(ids, batch.read(Map.of(tables.calendars(), keys(ids))).getOrDefault(tables.calendars(), List.of()));
    }

    /**
     * A transaction of at most 100 items (DynamoDB API Reference, TransactWriteItems): an appointment with ten resources
     * that moves from one UTC midnight to another has 45.
     */
    @Override
    public Written save(Decision.Granted granted) {
        try {
            client.transactWriteItems(request -> request.transactItems(Stream
                    .concat(Stream.of(appointment(granted)), granted.days().stream().map(this::day))
                    .toList()));
            return Written.DONE;
        } catch (TransactionCanceledException canceled) {
            return conflictOr(canceled);
        }
    }

    private static Written conflictOr(TransactionCanceledException canceled) {
        boolean lostRace = canceled.hasCancellationReasons() && canceled.cancellationReasons().stream()
                .map(CancellationReason::code).allMatch(LOST_RACE::contains);
        if (!lostRace) {
            throw canceled;
        }
        return Written.CONFLICT;
    }

    private TransactWriteItem appointment(Decision.Granted granted) {
        Put.Builder put = Put.builder().tableName(tables.appointments())
                .item(AppointmentItem.of(granted.appointment()));
        return put(granted.before().map(before -> unchanged(before, put)).orElseGet(
                () -> put.conditionExpression("attribute_not_exists(" + AppointmentsTable.KEY + ")")));
    }

    /** Marks on reminders do not raise the version, so they are compared, too. */
    private static Put.Builder unchanged(Appointment before, Put.Builder put) {
        return put.conditionExpression("#version = :seen AND #reminders = :reminders")
                .expressionAttributeNames(
                        Map.of("#version", AppointmentItem.VERSION, "#reminders", AppointmentItem.REMINDERS))
                .expressionAttributeValues(Attributes.empty().number(":seen", before.version())
                        .map(":reminders", ReminderItem.of(before.reminders())).item());
    }

    private TransactWriteItem day(CalendarDay day) {
        Put.Builder put = Put.builder().tableName(tables.calendars()).item(CalendarItem.of(day));
        if (day.version() == 1) {
            return put(put.conditionExpression("attribute_not_exists(" + CalendarsTable.KEY + ")"));
        }
        return put(put.conditionExpression("#version = :seen")
                .expressionAttributeNames(Map.of("#version", CalendarItem.VERSION))
                .expressionAttributeValues(Map.of(":seen", Attributes.numberOf(day.version() - 1))));
    }

    private static List<Map<String, AttributeValue>> keys(List<CalendarId> days) {
        return days.stream().map(CalendarItem::key).toList();
    }

    private static TransactWriteItem put(Put.Builder put) {
        return TransactWriteItem.builder().put(put.build()).build();
    }

    private static List<CalendarDay> days(List<CalendarId> wanted, List<Map<String, AttributeValue>> found) {
        Map<CalendarId, CalendarDay> stored = found.stream().map(CalendarItem::read)
                .collect(Collectors.toMap(CalendarDay::id, Function.identity()));
        return wanted.stream().map(id -> stored.getOrDefault(id, CalendarDay.empty(id))).toList();
    }

    private static Optional<Map<String, AttributeValue>> first(List<Map<String, AttributeValue>> items) {
        return Optional.ofNullable(items).flatMap(list -> list.stream().findFirst());
    }
}
