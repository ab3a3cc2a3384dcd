package clinic.appointments.local.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Polls a condition that another process fulfils, for a limited time. */
public final class Polling {

    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(25);

    private Polling() {
    }

    /** Whether the condition became true within the time; gives up as soon as it can no longer become true. */
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
