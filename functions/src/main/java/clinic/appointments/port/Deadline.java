package clinic.appointments.port;

import java.time.Duration;

/** How much time is left for what is being done. */
@FunctionalInterface
public interface Deadline {

    /** Not negative. */
    Duration remaining();
}
