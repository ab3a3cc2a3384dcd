package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** The unresolved requests: those that are postponed, parked or given up. Eventually consistent. */
public interface UnresolvedRequests {

    /**
     * Time without a delivery after which a postponed request counts as given up: all receives of a message, each as
     * long as the queue hides it. It is longer than the wait for the next receive, which a longer delay of a message
     * or a full queue may extend.
     */
    Duration SILENCE = Receipts.ATTEMPT_WINDOW;

    /**
     * Gives up the postponed requests of which nothing was seen for {@link #SILENCE}: the function died on their last
     * receive, or ran out of time. A request that is delivered or ends meanwhile is left alone. Repeating is safe.
     *
     * @param hasTime whether to go on; asked for each page
     * @return number of requests given up
     */
    long giveUpSilent(Instant now, BooleanSupplier hasTime);

    /** Time for which a dead-letter queue keeps a message, from when it was sent. */
    Duration KEPT = Duration.ofDays(14);

    /** Counts the requests that need somebody's eye. */
    Counts count(Instant now);

    /**
     * Counts of unresolved requests.
     *
     * @param pendingTooLong postponed requests of which nothing was seen for {@link #SILENCE}
     * @param parked requests parked in the last {@link #KEPT}
     * @param givenUp requests given up and not sent on since, even if their message is no longer kept
     * @param isComplete whether everything was counted; otherwise there are at least as many
     */
    record Counts(long pendingTooLong, long parked, long givenUp, boolean isComplete) {
    }
}
