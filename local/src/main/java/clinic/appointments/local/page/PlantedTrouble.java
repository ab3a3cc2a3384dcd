package clinic.appointments.local.page;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import clinic.appointments.local.gateway.CallMatch;
import clinic.appointments.local.gateway.Fault;
import clinic.appointments.local.gateway.FaultEffect;
import clinic.appointments.local.gateway.Faults;
import clinic.appointments.local.stage.LocalStage;

/**
 * A trouble that waits for its calls at the gateway.
 *
 * @param number under which it can be lifted
 * @param faults one for each call that it strikes, in the order of the calls
 * @param lifted counted down when it is lifted, so that a call that it holds up ends
 */
record PlantedTrouble(int number, TroubleOrder order, List<Fault> faults, CountDownLatch lifted) {

    /** Longer than the service waits for an answer. */
    private static final int SILENT_SECONDS = 15;

    static PlantedTrouble plant(int number, TroubleOrder order, LocalStage stage) {
        CountDownLatch lifted = new CountDownLatch(1);
        FaultEffect effect = effect(order, stage, lifted);
        CallMatch match = order.match(stage.deployment());
        Faults faults = stage.gateway().faults();
        return new PlantedTrouble(number, order, IntStream.range(order.nth(), order.nth() + order.times())
                .mapToObj(occurrence -> faults.add(match, occurrence, order.moment(), effect)).toList(), lifted);
    }

    void lift(Faults waiting) {
        faults.forEach(waiting::lift);
        lifted.countDown();
    }

    /** The number of calls that it has struck. */
    int struck() {
        return (int) faults.stream().filter(Fault::fired).count();
    }

    /** The number of matching calls, at the latest the last one that it struck. */
    int seen() {
        return faults.getLast().seen();
    }

    private static FaultEffect effect(TroubleOrder order, LocalStage stage, CountDownLatch lifted) {
        return switch (order.kind()) {
            case THROTTLE -> new FaultEffect.Throttle();
            case FAIL -> new FaultEffect.Fail();
            case TIME_OUT -> new FaultEffect.Run(() -> keepSilent(lifted));
            case LOSE -> new FaultEffect.Drop();
            case KILL -> new FaultEffect.Run(() -> stage.killFunction(order.function()));
        };
    }

    private static void keepSilent(CountDownLatch lifted) {
        try {
            lifted.await(SILENT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
