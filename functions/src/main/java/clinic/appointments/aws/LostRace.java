package clinic.appointments.aws;

import java.util.List;

import clinic.appointments.port.WriteResult;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** A lost race: a transaction that was cancelled only because another writer was faster. */
final class LostRace {

    private static final String CONDITION_FAILED = "ConditionalCheckFailed";
    private static final List<String> CODES = List.of("None", CONDITION_FAILED, "TransactionConflict");

    private LostRace() {
    }

    /**
     * The result of a lost race.
     *
     * @throws TransactionCanceledException when the transaction was cancelled for another reason
     */
    static WriteResult unless(TransactionCanceledException canceled) {
        codes(canceled);
        return WriteResult.CONFLICT;
    }

    /**
     * Makes sure that a read was cancelled only because a write was under way.
     *
     * @throws TransactionCanceledException when it was cancelled for another reason
     */
    static void check(TransactionCanceledException canceled) {
        codes(canceled);
    }

    /** Whether the condition of the first item failed, in a lost race. */
    static boolean byFirstItem(TransactionCanceledException canceled) {
        return codes(canceled).getFirst().equals(CONDITION_FAILED);
    }

    /** There is a reason for each item, in their order. */
    private static List<String> codes(TransactionCanceledException canceled) {
        List<String> codes = canceled.cancellationReasons().stream().map(CancellationReason::code).toList();
        if (codes.isEmpty() || !CODES.containsAll(codes)) {
            throw canceled;
        }
        return codes;
    }
}
