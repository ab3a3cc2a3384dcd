package clinic.appointments.message;

import java.time.Duration;

import clinic.appointments.model.OutsideFault;
import clinic.appointments.model.RejectionReason;

/**
 * What becomes of a message that could be looked at. A fault outside that nobody foresaw has no fate: it is an
 * exception, and the queue delivers the message again.
 */
public sealed interface Disposition {

    /**
     * Done with; {@code what} names the effect, such as {@code BOOKED}, or {@code REPEATED} when it was there before.
     */
    record Accepted(String what) implements Disposition {

        /** Nothing was left to do. */
        public static final String REPEATED = "REPEATED";
    }

    /** Done with: the business says no. */
    record Rejected(RejectionReason reason) implements Disposition {
    }

    /** Put back for a while; it cannot be decided yet. */
    record Deferred(String reason, Duration delay) implements Disposition {
    }

    /**
     * Put back for a while, because something outside refuses for now or for a fault of ours: somebody is to look.
     *
     * @param answer what was answered, without a word of the one who answered
     */
    record Faulted(OutsideFault fault, String answer, Duration delay) implements Disposition {
    }

    /** Cannot be understood: goes to the dead-letter queue as it is, with the reason beside it. */
    record Parked(String reason) implements Disposition {
    }
}
