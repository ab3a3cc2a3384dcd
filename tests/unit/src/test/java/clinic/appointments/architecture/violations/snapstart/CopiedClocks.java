package clinic.appointments.architecture.violations.snapstart;

import java.time.Instant;
import java.time.InstantSource;

/** The time of the snapshot, weeks ago. */
public final class CopiedClocks {

    private final Instant started;

    public CopiedClocks(InstantSource clock) {
        started = clock.instant();
    }

    Instant started() {
        return started;
    }
}
