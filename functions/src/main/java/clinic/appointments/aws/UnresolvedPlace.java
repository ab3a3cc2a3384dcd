package clinic.appointments.aws;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import clinic.appointments.port.UnresolvedState;

/** The place of an unresolved request in its index: a state and the time since when it has it. */
record UnresolvedPlace(UnresolvedState state, Instant since) {

    private static final String SEPARATOR = " ";

    static UnresolvedPlace parse(String position) {
        String[] parts = position.split(SEPARATOR, 2);
        return new UnresolvedPlace(UnresolvedState.valueOf(parts[0]), Instant.parse(parts[parts.length - 1]));
    }

    String text() {
        return state + SEPARATOR + since.truncatedTo(ChronoUnit.SECONDS);
    }
}
