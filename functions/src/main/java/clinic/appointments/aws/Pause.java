package clinic.appointments.aws;

import java.time.Duration;

/** Waits between two tries of the same thing. */
public final class Pause {

    private Pause() {
    }

    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two tries", stopped);
        }
    }
}
