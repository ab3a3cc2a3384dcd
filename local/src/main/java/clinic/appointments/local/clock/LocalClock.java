package clinic.appointments.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The one clock of queues, schedules and functions: real time plus an offset that only grows, so that nobody has to
 * wait for the minutes of a template. Safe for use by several threads.
 */
public final class LocalClock implements InstantSource {

    private final InstantSource real;
    private final Consumer<Duration> mirror;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final NavigableMap<Instant, Duration> runs = new TreeMap<>();
    private Duration ahead = Duration.ZERO;

    public LocalClock(InstantSource real) {
        this(real, _ -> {});
    }

    /**
     * @param mirror receives the new offset before the clock shows it
     */
    public LocalClock(InstantSource real, Consumer<Duration> mirror) {
        this.real = real;
        this.mirror = mirror;
    }

    @Override
    public synchronized Instant instant() {
        return real.instant().plus(ahead);
    }

    /** How far this clock is ahead of real time. */
    public synchronized Duration ahead() {
        return ahead;
    }

    /** The time that this clock showed at an instant of real time. */
    public synchronized Instant at(Instant realTime) {
        return at(runs, realTime);
    }

    /** The time that a clock with such runs showed at an instant of real time. */
    public static Instant at(NavigableMap<Instant, Duration> runs, Instant realTime) {
        Map.Entry<Instant, Duration> run = runs.floorEntry(realTime);
        return run == null ? realTime : realTime.plus(run.getValue());
    }

    /** By how much it was ahead when it showed a time. */
    public synchronized Duration aheadAt(Instant shown) {
        return runs.entrySet().stream().filter(run -> !run.getKey().plus(run.getValue()).isAfter(shown))
                .map(Map.Entry::getValue).reduce(Duration.ZERO, (_, later) -> later);
    }

    /** By how much it was ahead, from each instant of real time at which it was run. */
    public synchronized NavigableMap<Instant, Duration> runs() {
        return new TreeMap<>(runs);
    }

    /** Runs the clock ahead; rejects a negative duration, because the clock must not go back. */
    public void advanceBy(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock runs ahead only, not by " + by);
        }
        moveBy(by);
    }

    /** Runs the clock ahead to an instant; does nothing when that has passed. */
    public void advanceTo(Instant target) {
        Duration missing = Duration.between(instant(), target);
        if (missing.isPositive()) {
            moveBy(missing);
        }
    }

    /** Calls the listener after each run ahead, on the thread that ran the clock. */
    public void onAdvance(Runnable listener) {
        listeners.add(listener);
    }

    private void moveBy(Duration by) {
        synchronized (this) {
            mirror.accept(ahead.plus(by));
            ahead = ahead.plus(by);
            runs.put(real.instant(), ahead);
        }
        listeners.forEach(Runnable::run);
    }
}
