package clinic.appointments.local.clock;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Wakes threads that wait for a change. Not with {@link Object#wait()}: in JDK 25 a virtual thread that waits there may
 * stay on its carrier (zulu-openjdk issue 341), and two of them stop every other virtual thread on two processors.
 */
public final class Changes {

    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Wakes all waiting threads. The caller holds no lock that a waiting thread's condition needs. */
    public void signal() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change unless the condition holds, at most for the given time; may return earlier. */
    @SuppressWarnings("WaitNotInLoop")
    public void awaitUnless(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            if (!condition.getAsBoolean()) {
                long _ = changed.awaitNanos(atMost.toNanos());
            }
        } finally {
            lock.unlock();
        }
    }
}
