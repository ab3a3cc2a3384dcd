package clinic.appointments.inbox;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import clinic.appointments.port.Deadline;

/**
 * Tries again what lost a race, with full jitter in between ("Exponential Backoff And Jitter", AWS Architecture Blog),
 * for as long as there is time.
 */
public final class RetryOnConflict {

    private static final long FIRST_MILLIS = 20;
    private static final long MAX_MILLIS = 1000;
    private static final int DOUBLINGS = 6;

    private final RandomGenerator random;
    private final Consumer<Duration> pause;

    /**
     * @param pause waits that long
     */
    public RetryOnConflict(RandomGenerator random, Consumer<Duration> pause) {
        this.random = random;
        this.pause = pause;
    }

    /**
     * @param attempt gives nothing when it has lost the race
     * @return {@link CommandResult.Contended} when time was short before an attempt won
     */
    public CommandResult retry(Deadline deadline, Supplier<Optional<CommandResult>> attempt) {
        for (int lost = 0;; lost++) {
            Optional<CommandResult> won = attempt.get();
            if (won.isPresent() || !deadline.spare().isPositive()) {
                return won.orElseGet(CommandResult.Contended::new);
            }
            pause.accept(Duration.ofMillis(random.nextLong(ceiling(lost))));
        }
    }

    private static long ceiling(int lost) {
        return Math.min(MAX_MILLIS, FIRST_MILLIS << Math.min(lost, DOUBLINGS));
    }
}
