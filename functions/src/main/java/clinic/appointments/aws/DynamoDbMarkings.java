package clinic.appointments.aws;

import java.util.Map;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.Marking;
import clinic.appointments.port.Markings;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * {@link Markings} on DynamoDB: one TransactWriteItems of two items, the receipt first. No key of an index changes, so
 * the appointment costs nothing beyond its own item.
 */
public final class DynamoDbMarkings implements Markings {

    private static final Map<String, String> NAMES = Map.of("#version", AppointmentItem.VERSION, "#marks",
            MarksItem.NAME);

    private final DynamoDbClient client;
    private final AppointmentTable table;
    private final DynamoDbReceipts receipts;

    public DynamoDbMarkings(DynamoDbClient client, AppointmentTable table, DynamoDbReceipts receipts) {
        this.client = client;
        this.table = table;
        this.receipts = receipts;
    }

    @Override
    public WriteResult save(Marking.Made made, Receipts.Settlement settlement) {
        try {
            client.transactWriteItems(request -> request.transactItems(
                    item(receipts.settlement(settlement)), item(marks(made))));
            return WriteResult.WRITTEN;
        } catch (TransactionCanceledException canceled) {
            return LostRace.byFirstItem(canceled) ? WriteResult.TAKEN : WriteResult.CONFLICT;
        }
    }

    private Update marks(Marking.Made made) {
        Appointment before = made.before();
        Attributes values = Attributes.empty().number(":seen", before.version());
        MarksItem.write(made.marked().marks(), ":next", values);
        MarksItem.write(before.marks(), ":marks", values);
        return Update.builder().tableName(table.name()).key(AppointmentItem.key(before.id()))
                .updateExpression("SET #marks = :next")
                .conditionExpression("#version = :seen AND " + MarksItem.unchanged(before.marks()))
                .expressionAttributeNames(NAMES).expressionAttributeValues(values.item()).build();
    }

    private static TransactWriteItem item(Update update) {
        return TransactWriteItem.builder().update(update).build();
    }
}
