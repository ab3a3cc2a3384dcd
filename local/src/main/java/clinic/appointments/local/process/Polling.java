package clinic.appointments.local.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks a question that another process answers, again and again, for a bounded time. */
public final class Polling {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private Polling() {
    }

    /** Whether the answer became yes within the time; gives up at once when there is no hope left. */
    public static boolean until(BooleanSupplier yes, BooleanSupplier hope, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        while (!yes.getAsBoolean()) {
            if (!hope.getAsBoolean() || System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
        return true;
    }
}
