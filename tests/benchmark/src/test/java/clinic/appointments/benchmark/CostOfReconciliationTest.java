package clinic.appointments.benchmark;

import clinic.appointments.benchmark.CostOfReconciliation.Run;
import clinic.appointments.local.run.SchedulingStage;
import clinic.appointments.local.stage.LocalStage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A search for overdue work reads what is overdue, and nothing that is not. */
class CostOfReconciliationTest {

    /** Four of the index of overdue work, and as many of that of unresolved requests. */
    private static final int SHARDS = 2 * 4;
    /** Of an eventually consistent query that finds nothing (DynamoDB: "Read consistency"). */
    private static final double HALF_A_UNIT = 0.5;

    @Test
    void isTheSameHoweverManyAppointmentsLive() throws InterruptedException {
        try (LocalStage stage = LocalStage.boot(SchedulingStage.settings("dev").build())) {
            LiveAppointments live = new LiveAppointments(stage);
            CostOfReconciliation cost = new CostOfReconciliation(stage);
            Run idle = cost.run();
            live.fillUpTo(1_000);

            assertThat(idle).isEqualTo(new Run(SHARDS, SHARDS * HALF_A_UNIT, 0));
            assertThat(cost.run()).isEqualTo(idle);
        }
    }
}
