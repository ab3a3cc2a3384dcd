package clinic.appointments.aws;

import java.util.List;

import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.CalendarId;
import clinic.appointments.port.Calendars;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@link Calendars} on DynamoDB. */
public final class DynamoDbCalendars implements Calendars {

    private final ItemBatch batch;
    private final String table;

    public DynamoDbCalendars(DynamoDbClient client, String table) {
        this.batch = new ItemBatch(client);
        this.table = table;
    }

    @Override
    public List<CalendarDay> days(List<CalendarId> ids) {
        return CalendarItem.read(ids, batch.readAll(table, CalendarItem.keys(ids)));
    }
}
