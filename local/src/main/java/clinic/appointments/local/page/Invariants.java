package clinic.appointments.local.page;

import java.util.List;

/** Everything that must hold in a stage, whatever has gone wrong in it. The service behind the page knows what. */
public interface Invariants {

    /**
     * Looks at the whole stage.
     *
     * @return one finding for each invariant, broken or not
     */
    List<Finding> check() throws InterruptedException;

    /**
     * What a look at the stage has found.
     *
     * @param invariant what must hold, as a sentence
     * @param broken where it does not hold, one line each
     */
    record Finding(String invariant, List<String> broken) {

        public Finding {
            broken = List.copyOf(broken);
        }

        /** Whether the invariant holds. */
        public boolean holds() {
            return broken.isEmpty();
        }
    }
}
