package clinic.appointments.local.clock;

import java.time.Instant;
import java.util.Optional;

/** Events that happen when the local clock reaches their time. */
public interface Agenda {

    /** Whether an event is due and has not been taken yet. */
    boolean hasDue();

    /** The time of the next event that is not due yet. */
    Optional<Instant> nextDue();
}
