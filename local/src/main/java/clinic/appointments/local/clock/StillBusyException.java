package clinic.appointments.local.clock;

import java.time.Duration;

/** Work that should have ended by itself is still running or waiting. */
public final class StillBusyException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    StillBusyException(Duration limit) {
        super("still busy after " + limit.toSeconds() + " s");
    }
}
