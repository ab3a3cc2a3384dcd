package clinic.appointments.aws;

import clinic.appointments.model.PatientId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.port.UndeliverableMarks;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** {@link UndeliverableMarks} on DynamoDB: one conditional write, and no read before it. */
public final class DynamoDbUndeliverableMarks implements UndeliverableMarks {

    private final DynamoDbClient client;
    private final String table;

    public DynamoDbUndeliverableMarks(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public Result mark(PatientId patient, long registration, Undeliverable mark) {
        try {
            client.updateItem(new UndeliverableWrite(table, patient, registration, mark).request());
            return Result.MARKED;
        } catch (ConditionalCheckFailedException refused) {
            return refused.hasItem() && Attributes.of(refused.item()).number(VersionedPut.VERSION) == registration
                    ? Result.MARKED_BEFORE
                    : Result.OUTDATED;
        }
    }
}
