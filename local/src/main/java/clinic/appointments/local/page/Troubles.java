package clinic.appointments.local.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import clinic.appointments.local.stage.LocalStage;

/** The troubles that are planted in a stage, and the latest verdict on it. Safe for use by several threads. */
final class Troubles {

    private final LocalStage stage;
    private final Invariants invariants;
    private final List<PlantedTrouble> planted = new ArrayList<>();
    private Optional<CheckedStage> checked = Optional.empty();
    private int numbers;

    Troubles(LocalStage stage, Invariants invariants) {
        this.stage = stage;
        this.invariants = invariants;
    }

    synchronized PlantedTrouble plant(TroubleOrder order) {
        numbers++;
        PlantedTrouble trouble = PlantedTrouble.plant(numbers, order, stage);
        planted.add(trouble);
        return trouble;
    }

    /** Lifts one of them; false if there is none with that number. */
    synchronized boolean lift(String number) {
        List<PlantedTrouble> found = planted.stream().filter(each -> Integer.toString(each.number()).equals(number))
                .toList();
        found.forEach(this::lift);
        return !found.isEmpty();
    }

    /** Lifts all of them. */
    synchronized int liftAll() {
        List<PlantedTrouble> all = List.copyOf(planted);
        all.forEach(this::lift);
        return all.size();
    }

    private void lift(PlantedTrouble trouble) {
        trouble.lift(stage.gateway().faults());
        planted.remove(trouble);
    }

    CheckedStage check() throws InterruptedException {
        CheckedStage found = new CheckedStage(stage.clock().instant(), invariants.check());
        synchronized (this) {
            checked = Optional.of(found);
        }
        return found;
    }

    /** What is planted now, the latest first, and the latest verdict. */
    synchronized TroubleList list() {
        return new TroubleList(planted.reversed().stream().map(TroubleList.Row::of).toList(), checked);
    }
}
