package clinic.appointments.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Detects that nothing can proceed at the current time and runs the clock to the next event. A message that waits for
 * a retry or a delay is work in progress, so waiting for idleness advances the clock to it; only an explicit run ahead
 * reaches a schedule.
 */
public final class Idleness {

    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    private final LocalClock clock;
    private final Activity activity;
    private final Agenda messages;
    private final Agenda schedules;
    private final Supplier<Optional<RuntimeException>> problem;
    private final Duration limit;

    /**
     * @param problem a reason why due work will never be taken
     * @param limit longest real time to wait for idleness
     */
    public Idleness(LocalClock clock, Activity activity, Agenda messages, Agenda schedules,
            Supplier<Optional<RuntimeException>> problem, Duration limit) {
        this.clock = clock;
        this.activity = activity;
        this.messages = messages;
        this.schedules = schedules;
        this.problem = problem;
        this.limit = limit;
    }

    /**
     * Waits until nothing runs and no message waits; advances the clock to each retry or delay on the way.
     *
     * @throws StillBusyException when the limit of real time has passed
     */
    public void awaitIdle() throws InterruptedException {
        Instant deadline = Instant.now().plus(limit);
        awaitQuiet(deadline);
        for (Optional<Instant> next = messages.nextDue(); next.isPresent(); next = messages.nextDue()) {
            failWhenPast(deadline);
            clock.advanceTo(next.get());
            awaitQuiet(deadline);
        }
    }

    /**
     * Waits until nothing can proceed at the current time, whatever becomes due later; leaves the clock where it is.
     *
     * @throws StillBusyException when the limit of real time has passed
     */
    public void awaitQuiet() throws InterruptedException {
        awaitQuiet(Instant.now().plus(limit));
    }

    /** Runs the clock ahead, with a stop at each message and schedule on the way, so that they happen in order. */
    public void runAhead(Duration by) throws InterruptedException {
        awaitIdle();
        Instant target = clock.instant().plus(by);
        for (Optional<Instant> next = nextUntil(target); next.isPresent(); next = nextUntil(target)) {
            clock.advanceTo(next.get());
            awaitIdle();
        }
        clock.advanceTo(target);
        awaitIdle();
    }

    /** The time at which the next message or schedule becomes due. */
    public Optional<Instant> nextDue() {
        return Stream.of(messages.nextDue(), schedules.nextDue()).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private Optional<Instant> nextUntil(Instant target) {
        return nextDue().filter(due -> !due.isAfter(target));
    }

    private void awaitQuiet(Instant deadline) throws InterruptedException {
        while (!quiet()) {
            failOnProblem();
            failWhenPast(deadline);
            activity.awaitChange(POLL_INTERVAL);
        }
        failOnProblem();
    }

    private void failWhenPast(Instant deadline) {
        if (Instant.now().isAfter(deadline)) {
            throw new StillBusyException(limit);
        }
    }

    private void failOnProblem() {
        problem.get().ifPresent(reason -> {
            throw reason;
        });
    }

    private boolean quiet() {
        Activity.Reading before = activity.reading();
        return before.running() == 0 && !messages.hasDue() && !schedules.hasDue()
                && before.equals(activity.reading());
    }
}
