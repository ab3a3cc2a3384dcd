package clinic.appointments.message;

import java.time.Duration;

import clinic.appointments.model.OutsideFault;
import clinic.appointments.model.RejectionReason;

/**
 * What a consumer does with a message. An unforeseen failure has no disposition: it is an exception, and the queue
 * delivers the message again.
 */
public sealed interface Disposition {

    /** Done: the message leaves the queue. */
    record Accepted(Effect effect) implements Disposition {
    }

    /** Refused by a rule: the message leaves the queue. */
    record Rejected(RejectionReason reason) implements Disposition {
    }

    /** Put back into the queue for a while: it cannot be decided yet. */
    record Deferred(String reason, Duration delay) implements Disposition {
    }

    /**
     * Put back into the queue for a while: another service refuses its part, now or because of an error of ours, and
     * an operator has to look.
     *
     * @param answer code of the other service's answer, without its words
     */
    record Faulted(OutsideFault fault, String answer, Duration delay) implements Disposition {
    }

    /** Cannot be understood: moved to the dead-letter queue at once, unchanged, with the reason as an attribute. */
    record Parked(String reason) implements Disposition {
    }
}
