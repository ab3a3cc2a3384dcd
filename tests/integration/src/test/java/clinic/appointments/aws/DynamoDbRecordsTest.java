package clinic.appointments.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.fixture.contract.RecordsContract;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.run.LocalStage;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.ReminderRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@ExtendWith(StageExtension.class)
class DynamoDbRecordsTest extends RecordsContract {

    private final DynamoDbClient client;
    private final String table;

    DynamoDbRecordsTest(LocalStage stage) {
        StageTables names = new StageTables(stage);
        client = names.client();
        table = names.name(IdempotencyTable.ID);
    }

    /** DynamoDB Local deletes expired records by the real clock, so the records must not lie in the past. */
    @BeforeEach
    void beginToday() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private Attempts attempts() {
        return new Attempts(clock, () -> UUID.randomUUID().toString());
    }

    @Override
    protected Receipts receipts() {
        return new DynamoDbReceipts(client, table, attempts());
    }

    @Override
    protected ReminderRecords reminderRecords() {
        return new DynamoDbReminderRecords(client, table, attempts());
    }
}
