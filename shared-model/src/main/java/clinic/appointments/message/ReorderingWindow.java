package clinic.appointments.message;

import java.time.Duration;
import java.time.Instant;

import clinic.appointments.model.RejectionReason;

/**
 * How long the service waits for what is not there yet. Standard queues reorder: what is missing may come with a
 * message that is still under way. Time counts, not deliveries: one that nobody looked at says nothing of what is
 * there.
 */
public final class ReorderingWindow {

    /** How long what is missing may take. */
    public static final Duration WINDOW = Duration.ofSeconds(15);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);

    private ReorderingWindow() {
    }

    /**
     * Whether to wait once more.
     *
     * @param since when it was missed first
     */
    public static boolean isLeft(Instant since, Instant now) {
        return now.isBefore(since.plus(WINDOW));
    }

    /**
     * Put back, or refused in the end.
     *
     * @param since when it was missed first
     */
    public static Disposition disposition(RejectionReason otherwise, Instant since, Instant now) {
        return isLeft(since, now) ? postponed(otherwise, since, now) : new Disposition.Rejected(otherwise);
    }

    /** Looked at three times: at once, soon after, and at the end; a queue delivers a message a few times only. */
    public static Disposition postponed(RejectionReason otherwise, Instant since, Instant now) {
        boolean first = now.isBefore(since.plus(FIRST_DELAY));
        return new Disposition.Deferred(otherwise.name(), first ? FIRST_DELAY : until(since.plus(WINDOW), now));
    }

    /** Whole seconds until another's attempt counts as given up, and one more. */
    public static Duration until(Instant end, Instant now) {
        return Duration.ofSeconds(Math.max(1, Duration.between(now, end).toSeconds() + 1));
    }
}
