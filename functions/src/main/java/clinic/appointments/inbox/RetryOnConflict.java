package clinic.appointments.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import clinic.appointments.port.Deadline;

/**
 * Retry on conflict: the repetition of an optimistic write that lost a race, with exponential back-off and full jitter
 * ("Exponential Backoff And Jitter", AWS Architecture Blog), while there is time.
 */
public final class RetryOnConflict {

    private static final long BASE_MILLIS = 20;
    private static final long MAX_MILLIS = 1000;
    private static final int MAX_DOUBLINGS = 6;

    private final RandomGenerator random;
    private final Consumer<Duration> pause;

    /**
     * @param pause blocks for the given time
     */
    public RetryOnConflict(RandomGenerator random, Consumer<Duration> pause) {
        this.random = random;
        this.pause = pause;
    }

    /**
     * Repeats an attempt until it wins.
     *
     * @param attempt returns empty when it lost the race
     * @return empty when time ran out before an attempt won
     */
    public <T> Optional<T> retry(Deadline deadline, Supplier<Optional<T>> attempt) {
        for (int lost = 0;; lost++) {
            Optional<T> won = attempt.get();
            if (won.isPresent() || !deadline.spare().isPositive()) {
                return won;
            }
            pause.accept(Duration.ofMillis(random.nextLong(ceiling(lost))));
        }
    }

    private static long ceiling(int lost) {
        return Math.min(MAX_MILLIS, BASE_MILLIS << Math.min(lost, MAX_DOUBLINGS));
    }
}
