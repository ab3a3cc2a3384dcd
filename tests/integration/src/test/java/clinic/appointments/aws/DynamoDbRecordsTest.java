package clinic.appointments.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import clinic.appointments.contract.IdempotencyTable;
import clinic.appointments.fixture.FixedKey;
import clinic.appointments.fixture.contract.RecordsContract;
import clinic.appointments.flow.StageExtension;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.Receipts.Opened;
import clinic.appointments.port.UnresolvedRequests;
import clinic.appointments.port.UnresolvedState;
import clinic.appointments.wire.Hash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(StageExtension.class)
class DynamoDbRecordsTest extends RecordsContract {

    private static final String BODY = "{\"notes\":\"hiv test\"}";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LocalStage stage;
    private final DynamoDbClient client;
    private final String table;
    private final ReceiptTable receiptTable;

    DynamoDbRecordsTest(LocalStage stage) {
        this.stage = stage;
        StageTables names = new StageTables(stage);
        client = names.client();
        table = names.name(IdempotencyTable.ID);
        receiptTable = new ReceiptTable(table, 2);
    }

    /** DynamoDB Local deletes expired records by the real clock, so the records must not lie in the past. */
    @BeforeEach
    void beginToday() {
        clock.set(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String attemptId() {
        return UUID.randomUUID().toString();
    }

    @Override
    protected Receipts receipts() {
        return receipts("1");
    }

    private Receipts receipts(String versions) {
        return new DynamoDbReceipts(client, receiptTable, clock, DynamoDbRecordsTest::attemptId,
                FixedKey.fingerprints(versions));
    }

    @Override
    protected UnresolvedRequests unresolved() {
        return new DynamoDbUnresolvedRequests(client, receiptTable);
    }

    @Test
    void countsUnresolvedRequests() {
        try (DynamoDbClient past = EngineTables.client(stage); EngineTables tables = EngineTables.create(stage, past)) {
            countsUntilResolved(tables.receipts(clock), tables.unresolved());
        }
    }

    /** While two releases run, the earlier one completes a record and leaves its place. */
    @Test
    void showsTheOutcomeOfARecordThatKeepsItsPlace() {
        RequestId request = new RequestId(UUID.randomUUID().toString());
        Receipt.Result outcome = new Receipt.Accepted(Optional.empty());
        receipts().giveUp(request, BODY);
        receipts().settle(request, BODY, outcome);
        client.updateItem(update -> update.tableName(table)
                .key(Map.of(IdempotencyTable.KEY, Attributes.textOf("request#" + Hash.of(request.value()))))
                .updateExpression("SET unresolved = :place, unresolvedShard = :shard")
                .expressionAttributeValues(Attributes.empty().text(":shard", "0").text(":place",
                        new UnresolvedPlace(UnresolvedState.GIVEN_UP, clock.instant()).text()).item()));

        assertThat(receipts().find(request)).contains(new Receipt(request, Optional.of(outcome), 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', textBlock = """
            1   > 2,1
            1   > 3,2,1
            2,1 > 3,2,1
            1,0 > 2,1""")
    void comparesInTheVersionThatAReceiptWasMadeIn(String before, String after) {
        RequestId request = new RequestId(UUID.randomUUID().toString());
        Receipt.Result outcome = new Receipt.Accepted(Optional.empty());
        Receipts earlier = receipts(before);
        earlier.open(request, BODY, MINUTE);
        earlier.close(request, outcome);

        assertThat(receipts(after).open(request, BODY, MINUTE)).isEqualTo(new Opened.Done(outcome));
        assertThat(receipts(after).open(request, "another", MINUTE)).isEqualTo(new Opened.Conflict());
        assertThat(receipts(after).find(request)).contains(new Receipt(request, Optional.of(outcome), 1));
    }

    @Test
    void goesOnWithWhatWasGivenUpUnderAnEarlierVersion() {
        RequestId request = new RequestId(UUID.randomUUID().toString());
        Receipts earlier = receipts("1");
        earlier.open(request, BODY, MINUTE);
        earlier.withdraw(request);

        assertThat(receipts("2,1").open(request, "another", MINUTE)).isEqualTo(new Opened.Conflict());
        assertThat(receipts("2,1").open(request, BODY, MINUTE)).isInstanceOf(Opened.Fresh.class);
    }

    @Test
    void recognizesNothingOfAVersionThatIsNotInUseAnyMore() {
        RequestId request = new RequestId(UUID.randomUUID().toString());
        receipts("1").open(request, BODY, MINUTE);

        assertThat(receipts("2").open(request, BODY, MINUTE)).isEqualTo(new Opened.Conflict());
    }

    /** Whatever of the item is a digest: the service's own, Powertools' over that, and both over the guess itself. */
    @Test
    void keepsNothingByWhichABodyCouldBeGuessed() {
        RequestId request = new RequestId(UUID.randomUUID().toString());
        Receipts receipts = receipts();
        receipts.open(request, BODY, MINUTE);
        receipts.close(request, new Receipt.Accepted(Optional.empty()));

        String item = client.getItem(get -> get.tableName(table).consistentRead(true).key(Map.of(IdempotencyTable.KEY,
                Attributes.textOf("request#" + Hash.of(request.value()))))).item().toString();
        assertThat(item).contains("COMPLETED").doesNotContain(BODY, Hash.of(BODY), Hash.of(Hash.of(BODY)));
    }
}
