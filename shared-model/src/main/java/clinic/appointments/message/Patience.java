package clinic.appointments.message;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.model.RejectionReason;

/**
 * How long the service waits for what is not there yet. Standard queues reorder: what is missing on the first deliveries
 * of a message may come with a later message; on the third it is taken for absent.
 */
public final class Patience {

    private static final int LAST_RECEIVE = 3;
    private static final Duration DELAY = Duration.ofSeconds(5);

    private Patience() {
    }

    /** Whether to wait once more. */
    public static boolean isLeft(int receiveCount) {
        return receiveCount < LAST_RECEIVE;
    }

    /** Put back, or refused in the end. */
    public static Fate fate(RejectionReason otherwise, int receiveCount) {
        return isLeft(receiveCount) ? postponed(otherwise) : new Fate.Rejected(otherwise);
    }

    public static Fate postponed(RejectionReason otherwise) {
        return new Fate.Postponed(otherwise.name(), DELAY);
    }

    /** Whole seconds until another's attempt counts as given up, and one more. */
    public static Duration until(Instant end, Instant now) {
        return Duration.ofSeconds(Math.max(1, Duration.between(now, end).toSeconds() + 1));
    }
}
