package clinic.appointments.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import clinic.appointments.fixture.Given;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.WriteResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What was canceled because others wrote is a lost race; anything else is a fault (DynamoDB API Reference,
 * TransactWriteItems).
 */
class CanceledTransactionsTest {

    private static final Decision.Granted GRANTED = new Decision.Granted(Optional.empty(),
            Given.requested(Given.booking("a", Given.slot("09:00", "09:30"))), List.of());

    private static final Receipts.Settlement SETTLEMENT = new Receipts.Settlement(new RequestId("r"), "body",
            new Receipt.Accepted(Optional.empty()));

    private final StubTable table = new StubTable();
    private final DynamoDbBookings bookings = new DynamoDbBookings(table,
            new BookingTables("patients", StubTable.TABLE, "calendars", "resources"), table.receipts());

    @ParameterizedTest
    @ValueSource(strings = {"TransactionConflict", "None ConditionalCheckFailed", "None TransactionConflict",
            "None ConditionalCheckFailed TransactionConflict None", "TransactionConflict ConditionalCheckFailed"})
    void areLostRacesWhenOthersWrote(String reasons) {
        table.refuse(canceled(reasons));

        assertThat(bookings.save(GRANTED, SETTLEMENT)).isEqualTo(WriteResult.CONFLICT);
    }

    /** The receipt is the first item. */
    @ParameterizedTest
    @ValueSource(strings = {"ConditionalCheckFailed None", "ConditionalCheckFailed ConditionalCheckFailed",
            "ConditionalCheckFailed TransactionConflict None"})
    void areTakenRequestsWhenTheReceiptStoodInTheWay(String reasons) {
        table.refuse(canceled(reasons));

        assertThat(bookings.save(GRANTED, SETTLEMENT)).isEqualTo(WriteResult.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ThrottlingError", "ProvisionedThroughputExceeded", "ItemCollectionSizeLimitExceeded",
            "ValidationError", "AccessDenied", "DuplicateItem", "ConditionalCheckFailed ThrottlingError",
            "ThrottlingError ConditionalCheckFailed", "TransactionConflict ProvisionedThroughputExceeded"})
    void areFaultsWhenAnythingElseStoodInTheWay(String reasons) {
        table.refuse(canceled(reasons));

        assertThatThrownBy(() -> bookings.save(GRANTED, SETTLEMENT)).isInstanceOf(TransactionCanceledException.class);
    }

    @Test
    void areFaultsWhenNobodySaysWhy() {
        table.refuse(TransactionCanceledException.builder().build());
        assertThatThrownBy(() -> bookings.save(GRANTED, SETTLEMENT)).isInstanceOf(TransactionCanceledException.class);

        table.refuse(ProvisionedThroughputExceededException.builder().build());
        assertThatThrownBy(() -> bookings.save(GRANTED, SETTLEMENT))
                .isInstanceOf(ProvisionedThroughputExceededException.class);

        table.refuse(TransactionInProgressException.builder().build());
        assertThatThrownBy(() -> bookings.save(GRANTED, SETTLEMENT)).isInstanceOf(TransactionInProgressException.class);
    }

    private static TransactionCanceledException canceled(String reasons) {
        return TransactionCanceledException.builder().cancellationReasons(Arrays.stream(reasons.split(" "))
                .map(code -> CancellationReason.builder().code(code).build()).toList()).build();
    }
}
