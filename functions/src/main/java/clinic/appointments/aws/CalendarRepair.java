package clinic.appointments.aws;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import clinic.appointments.model.CalendarAudit;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarDifference;
import clinic.appointments.model.CalendarId;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The repair of the calendars from the appointments and blocks, for tables that were restored. Nothing else may write
 * to the tables meanwhile: a booking between the reads of the two tables would look like a difference.
 */
public final class CalendarRepair {

    private final DynamoDbClient client;
    private final Tables tables;

    /** Names of the tables with the calendars and with what they have to agree with. */
    public record Tables(String appointments, String calendars, String resources) {
    }

    /** Repairs these tables. */
    public CalendarRepair(DynamoDbClient client, Tables tables) {
        this.client = client;
        this.tables = tables;
    }

    /** Repairs these tables, with the credentials and the region of the environment. */
    public static CalendarRepair of(Tables tables) {
        return new CalendarRepair(AwsClients.overTheNetwork().dynamoDb(), tables);
    }

    /**
     * The days that differ from what the appointments claim and the blocks take.
     *
     * @param from first UTC date to compare
     */
    public List<CalendarDifference> differences(LocalDate from) {
        CalendarAudit audit = CalendarAudit.of(scan(tables.appointments()).map(AppointmentItem::read),
                scan(tables.resources()).filter(BlockItem::isBlock).map(BlockItem::read), from);
        List<CalendarDay> stored = scan(tables.calendars()).map(CalendarItem::read).toList();
        Set<CalendarId> missing = new HashSet<>(audit.writtenDays());
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
            client.updateItem(update(difference));
            mended.accept(difference);
        });
    }

    private Stream<Map<String, AttributeValue>> scan(String table) {
        return client.scanPaginator(scan -> scan.tableName(table).consistentRead(true)).items().stream();
    }

    private UpdateItemRequest update(CalendarDifference difference) {
        Update update = CalendarWrite.ofDifference(difference).in(tables.calendars());
        return UpdateItemRequest.builder().tableName(update.tableName()).key(update.key())
                .updateExpression(update.updateExpression()).conditionExpression(update.conditionExpression())
                .expressionAttributeNames(update.expressionAttributeNames())
                .expressionAttributeValues(update.expressionAttributeValues()).build();
    }
}
