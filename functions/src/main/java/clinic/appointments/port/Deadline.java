package clinic.appointments.port;

import java.time.Duration;

/** A deadline: the time that is left to a function for its present message. */
@FunctionalInterface
public interface Deadline {

    /** Time that one more attempt after a lost race needs, and the invocation for its end. */
    Duration RESERVE = Duration.ofSeconds(5);

    /** The time until the invocation ends; not negative. */
    Duration remaining();

    /** The time for more attempts; negative when it is over. The other messages of a batch need time, too. */
    default Duration spare() {
        return remaining().minus(RESERVE);
    }
}
