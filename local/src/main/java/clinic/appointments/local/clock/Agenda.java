package clinic.appointments.local.clock;

import java.time.Instant;
import java.util.Optional;

/** Things that happen by themselves when the local clock reaches their time. */
public interface Agenda {

    /** Whether something is due by now and nobody has taken it yet. */
    boolean hasDue();

    /** When the next thing becomes due that is not due yet. */
    Optional<Instant> nextDue();
}
