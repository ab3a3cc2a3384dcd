package clinic.appointments.aws;

import java.time.Duration;

/** A pause between two tries. */
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
