package clinic.appointments.local.clock;

import java.time.Duration;

/** Counts the work in progress: polls, invocations, deliveries. */
public final class Activity {

    private final Changes changes = new Changes();
    private int running;
    private long begun;

    /** A piece of work in progress; closing it ends it. */
    public final class Task implements AutoCloseable {

        private boolean open = true;

        private Task() {
        }

        @Override
        public void close() {
            end(this);
            changes.signal();
        }
    }

    /** The activity at one moment. Two equal readings without running tasks mean that nothing happened in between. */
    public record Reading(int running, long begun) {
    }

    /** Begins a task. Call it while the work still counts as due, so that no moment looks idle. */
    public synchronized Task begin() {
        running++;
        begun++;
        return new Task();
    }

    public synchronized Reading reading() {
        return new Reading(running, begun);
    }

    /** Waits for the end of a task or a {@link #signal()}, at most for the given time; may return earlier. */
    public void awaitChange(Duration atMost) throws InterruptedException {
        changes.awaitUnless(() -> false, atMost);
    }

    /** Wakes the threads that wait for a change. */
    public void signal() {
        changes.signal();
    }

    private synchronized void end(Task task) {
        if (task.open) {
            task.open = false;
            running--;
        }
    }
}
