package clinic.appointments.message;

import java.time.Duration;

import clinic.appointments.model.Evidence;
import clinic.appointments.model.ExternalFault;
import clinic.appointments.model.RejectionReason;

/**
 * A disposition: a consumer's decision on what happens to a message, such as to accept, reject or park it. An
 * unforeseen failure has no disposition: it is an exception, and the queue delivers the message again.
 */
public sealed interface Disposition {

    /** Done: the message leaves the queue. */
    record Accepted(Effect effect) implements Disposition {
    }

    /** Refused by a rule: the message leaves the queue. */
    record Rejected(RejectionReason reason, Evidence evidence) implements Disposition {

        /** A rejection whose reason speaks for itself. */
        public Rejected(RejectionReason reason) {
            this(reason, Evidence.NONE);
        }
    }

    /** Put back into the queue for a while: no decision is possible yet. */
    record Deferred(String reason, Duration delay) implements Disposition {
    }

    /**
     * Put back into the queue for a while: another service refuses the call, because of its own state or an error on
     * our side, and an operator has to look.
     *
     * @param answer code of the other service's answer, without its text
     */
    record Faulted(ExternalFault fault, String answer, Duration delay) implements Disposition {
    }

    /** Not understood: moved to the dead-letter queue at once, unchanged, with the reason as an attribute. */
    record Parked(String reason) implements Disposition {
    }
}
