package clinic.appointments.benchmark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.gateway.Capacity;
import clinic.appointments.local.gateway.RecordedCall;
import clinic.appointments.local.stage.LocalStage;

/**
 * What functions spent on something.
 *
 * @param calls the functions' own calls of AWS; those of schedules and of the pollers of queues do not count
 * @param writes write units
 * @param reads read units
 */
record Spending(long calls, double writes, double reads) {

    private static final Set<String> POLLING = Set.of("ReceiveMessage", "DeleteMessage", "DeleteMessageBatch",
            "ChangeMessageVisibility", "ChangeMessageVisibilityBatch");
    private static final List<String> FUNCTIONS = Stream.of(FunctionName.values()).map(FunctionName::id).toList();

    static Spending on(Meter.Work work, LocalStage stage) throws InterruptedException {
        stage.gateway().calls().clear();
        work.run();
        Capacity used = stage.gateway().calls().capacityOfRoles();
        return new Spending(stage.gateway().calls().calls(Spending::isOwn).size(), used.write(), used.read());
    }

    /** With what DynamoDB Local does not count, see {@link Claims}. */
    Spending plus(Usage unreported) {
        return new Spending(calls, writes + unreported.total(), reads);
    }

    Spending plus(Spending other) {
        return new Spending(calls + other.calls, writes + other.writes, reads + other.reads);
    }

    /** Calls, write units and read units. */
    @Override
    public String toString() {
        return calls + " / " + number(writes) + " / " + number(reads);
    }

    private static String number(double units) {
        return BigDecimal.valueOf(units).stripTrailingZeros().toPlainString();
    }

    private static boolean isOwn(RecordedCall call) {
        return FUNCTIONS.stream().anyMatch(call.caller()::startsWith) && !POLLING.contains(call.action());
    }
}
