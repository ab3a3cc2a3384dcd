package clinic.appointments.benchmark;

import java.util.List;
import java.util.Map;

import clinic.appointments.contract.QueueName;
import clinic.appointments.contract.ScheduledMessage;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;

/** Measures what one reconciliation uses beside so many live appointments of which none is overdue. */
public final class CostOfReconciliation {

    private static final List<Integer> LIVE = List.of(0, 1_000, 20_000);

    private final LocalStage stage;

    CostOfReconciliation(LocalStage stage) {
        this.stage = stage;
    }

    /**
     * What one run uses.
     *
     * @param tableCalls calls of DynamoDB
     * @param readUnits as AWS bills them, those of queries that find nothing included
     */
    record Run(long tableCalls, double readUnits, long messages) {
    }

    public static void main(String[] arguments) throws InterruptedException {
        try (LocalStage stage = LocalStage.boot(SchedulingStage.settings("dev").build())) {
            LiveAppointments live = new LiveAppointments(stage);
            for (int count : LIVE) {
                live.fillUpTo(count);
                System.out.printf("%,7d live: %s%n", count, new CostOfReconciliation(stage).run());
            }
        }
        System.exit(0);
    }

    Run run() throws InterruptedException {
        stage.awaitIdle();
        stage.gateway().calls().clear();
        stage.send(QueueName.REMINDER.id(), ScheduledMessage.RECONCILE, Map.of());
        stage.awaitIdle();
        return new Run(calls("dynamodb:"), stage.gateway().calls().capacityOfRoles().read(), calls("sqs:SendMessage"));
    }

    /** Calls of the functions: the operator sends, too. */
    private long calls(String prefix) {
        return stage.gateway().calls()
                .calls(call -> call.fullAction().startsWith(prefix) && !call.caller().equals("operator")).size();
    }
}
