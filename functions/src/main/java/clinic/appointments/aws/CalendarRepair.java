package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import clinic.appointments.contract.CalendarsTable;
import clinic.appointments.model.CalendarAudit;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarDifference;
import clinic.appointments.model.CalendarId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The repair of the calendars from the appointments, for tables that were restored. Nothing else may write to the
 * tables meanwhile: a booking between the reads of the two tables would look like a difference.
 */
public final class CalendarRepair {

    private final DynamoDbClient client;
    private final String appointments;
    private final String calendars;

    /** Repairs these tables. */
    public CalendarRepair(DynamoDbClient client, String appointments, String calendars) {
        this.client = client;
        this.appointments = appointments;
        this.calendars = calendars;
    }

    /** Repairs these tables, with the credentials and the region of the environment. */
    public static CalendarRepair of(String appointments, String calendars) {
        return new CalendarRepair(AwsClients.overTheNetwork().dynamoDb(), appointments, calendars);
    }

    /**
     * The days that differ from what the appointments claim.
     *
     * @param from first UTC date to compare
     */
    public List<CalendarDifference> differences(LocalDate from) {
        CalendarAudit audit = CalendarAudit.of(scan(appointments).map(AppointmentItem::read), from);
        List<CalendarDay> stored = scan(calendars).map(CalendarItem::read).toList();
        Set<CalendarId> missing = new HashSet<>(audit.claimedDays());
        stored.forEach(day -> missing.remove(day.id()));
        return Stream.concat(stored.stream(), missing.stream().map(CalendarDay::empty))
                .flatMap(day -> audit.difference(day).stream()).toList();
    }

    /**
     * Writes every day that differs; a day that somebody else has written meanwhile fails the repair.
     *
     * @param from first UTC date to compare
     * @param mended receives each difference whose day was written
     */
    public void mend(LocalDate from, Consumer<CalendarDifference> mended) {
        differences(from).forEach(difference -> {
            client.putItem(put(difference.mended()));
            mended.accept(difference);
        });
    }

    private Stream<Map<String, AttributeValue>> scan(String table) {
        return client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream();
    }

    private PutItemRequest put(CalendarDay day) {
        PutItemRequest.Builder put = PutItemRequest.builder().tableName(calendars).item(CalendarItem.of(day));
        return day.version() == 1
                ? put.conditionExpression("attribute_not_exists(" + CalendarsTable.KEY + ")").build()
                : put.conditionExpression("#version = :seen")
                        .expressionAttributeNames(Map.of("#version", CalendarItem.VERSION))
                        .expressionAttributeValues(Map.of(":seen", Attributes.numberOf(day.version() - 1))).build();
    }
}
