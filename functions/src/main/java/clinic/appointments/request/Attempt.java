package clinic.appointments.request;

import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Receipt;

/** How one attempt at a request ended. */
sealed interface Attempt {

    /**
     * For good.
     *
     * @param what
     *            name of the effect, for log and metric
     */
    record Settled(Receipt.Outcome outcome, String what) implements Attempt {
    }

    /** Refused, for good. */
    static Attempt rejected(RejectionReason reason) {
        return new Settled(new Receipt.Rejected(reason), "");
    }

    /** What it needs is not there yet, and may be under way. */
    record NotYet(RejectionReason otherwise) implements Attempt {
    }

    /** Others kept writing in between until time was short. */
    record Contended() implements Attempt {
    }
}
