package clinic.appointments.local.clock;

import java.time.Duration;

/** Counts what is being worked on right now: polls, invocations, deliveries. */
public final class Activity {

    private int running;
    private long begun;

    /** A piece of work that has begun; closing it ends it, once. */
    public final class Task implements AutoCloseable {

        private boolean open = true;

        private Task() {
        }

        @Override
        public void close() {
            end(this);
        }
    }

    /** What was going on at one moment. Two equal readings without running work mean that nothing happened between. */
    public record Reading(int running, long begun) {
    }

    /** Begins a piece of work. Take it before the thing stops being due, so that no moment looks idle. */
    public synchronized Task begin() {
        running++;
        begun++;
        return new Task();
    }

    public synchronized Reading reading() {
        return new Reading(running, begun);
    }

    /** Waits for an end or a {@link #signal()}, at most as long as given; may return earlier. */
    public synchronized void awaitChange(Duration atMost) throws InterruptedException {
        wait(Math.max(1, atMost.toMillis()));
    }

    /** Wakes those who wait for a change. */
    public synchronized void signal() {
        notifyAll();
    }

    private synchronized void end(Task task) {
        if (task.open) {
            task.open = false;
            running--;
            notifyAll();
        }
    }
}
