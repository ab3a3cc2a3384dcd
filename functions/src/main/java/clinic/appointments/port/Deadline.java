package clinic.appointments.port;

import java.time.Duration;

/** How much time is left for what is being done. */
@FunctionalInterface
public interface Deadline {

    /** What an attempt that has lost a race needs for another one, and the invocation for its end. */
    Duration RESERVE = Duration.ofSeconds(5);

    /** Until the invocation ends; not negative. */
    Duration remaining();

    /** For trying again; negative when it is over. The other messages of a batch need time, too. */
    default Duration spare() {
        return remaining().minus(RESERVE);
    }
}
