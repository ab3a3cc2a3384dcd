package clinic.appointments.message;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.model.RejectionReason;

/**
 * The reordering window: the time for which the service waits for a patient or an appointment that does not exist yet.
 * Standard queues reorder messages: the message that creates it may still be on its way. The window is a time and not a
 * number of deliveries, because a delivery that was deferred unread proves nothing.
 */
public final class ReorderingWindow {

    public static final Duration LENGTH = Duration.ofSeconds(15);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);

    private ReorderingWindow() {
    }

    /**
     * Whether to wait once more.
     *
     * @param since when the patient or appointment was first found missing
     */
    public static boolean isOpen(Instant since, Instant now) {
        return now.isBefore(since.plus(LENGTH));
    }

    /**
     * Defers while the window is open, then rejects.
     *
     * @param since when the patient or appointment was first found missing
     */
    public static Disposition deferOrReject(RejectionReason reason, Instant since, Instant now) {
        return isOpen(since, now) ? defer(reason, since, now) : new Disposition.Rejected(reason);
    }

    /** Three tries in all: at once, soon after, and at the end. A queue delivers a message only a few times. */
    public static Disposition defer(RejectionReason reason, Instant since, Instant now) {
        boolean first = now.isBefore(since.plus(FIRST_DELAY));
        return new Disposition.Deferred(reason.name(), first ? FIRST_DELAY : delayUntil(since.plus(LENGTH), now));
    }

    /** The delay of a message that must not return before an instant: whole seconds, rounded up. */
    public static Duration delayUntil(Instant end, Instant now) {
        return Duration.ofSeconds(Math.max(1, Duration.between(now, end).toSeconds() + 1));
    }
}
