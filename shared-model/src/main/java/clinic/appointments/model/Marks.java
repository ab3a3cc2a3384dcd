package clinic.appointments.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The marks of an appointment. They are no changes: they raise no version and make no history. Marks of a former time
 * have lapsed, and are not kept.
 *
 * @param checkIns each state with its first mark, in the order of the states
 */
public record Marks(Map<CheckInState, Mark> checkIns) {

    public static final Marks NONE = new Marks(Map.of());

    public Marks {
        Map<CheckInState, Mark> ordered = new EnumMap<>(CheckInState.class);
        ordered.putAll(checkIns);
        checkIns = Collections.unmodifiableMap(ordered);
    }

    /** The state that is furthest; empty before the patient has come. */
    public Optional<CheckInState> checkIn() {
        return checkIns.keySet().stream().reduce((_, later) -> later);
    }

    public boolean has(CheckInState state) {
        return checkIns.containsKey(state);
    }

    public boolean isEmpty() {
        return checkIns.isEmpty();
    }

    /** The marks with one more; the first of a state stays. */
    Marks with(CheckInState state, Mark mark) {
        Map<CheckInState, Mark> more = new EnumMap<>(CheckInState.class);
        more.put(state, mark);
        more.putAll(checkIns);
        return new Marks(more);
    }
}
