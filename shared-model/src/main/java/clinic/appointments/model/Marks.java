package clinic.appointments.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The marks of an appointment. They are no changes: they raise no version and make no history. Marks of a former time
 * or place have lapsed, and are left out.
 *
 * @param checkIns each state with its first mark, in the order of the states
 * @param kept against what staff keeps the appointment in its place
 */
public record Marks(Map<CheckInState, Mark> checkIns, Map<Displacer, Mark> kept) {

    public static final Marks NONE = new Marks(Map.of(), Map.of());

    public Marks {
        Map<CheckInState, Mark> ordered = new EnumMap<>(CheckInState.class);
        ordered.putAll(checkIns);
        checkIns = Collections.unmodifiableMap(ordered);
        kept = Map.copyOf(kept);
    }

    /** Marks of a patient's check-in only. */
    public Marks(Map<CheckInState, Mark> checkIns) {
        this(checkIns, Map.of());
    }

    /** The state that is furthest; empty before the patient has come. */
    public Optional<CheckInState> checkIn() {
        return checkIns.keySet().stream().reduce((_, later) -> later);
    }

    public boolean has(CheckInState state) {
        return checkIns.containsKey(state);
    }

    public boolean isEmpty() {
        return checkIns.isEmpty() && kept.isEmpty();
    }

    /** The marks with one more; the first of a state stays. */
    Marks with(CheckInState state, Mark mark) {
        Map<CheckInState, Mark> more = new EnumMap<>(CheckInState.class);
        more.put(state, mark);
        more.putAll(checkIns);
        return new Marks(more, kept);
    }

    /** Whether staff keeps the appointment in its place against this. */
    public boolean has(Displacer displacer) {
        return kept.containsKey(displacer);
    }

    /** Whether staff keeps the appointment in its place against the definition, or a later one, of the resource. */
    boolean outlast(Resource defined) {
        return kept.keySet().stream()
                .anyMatch(displacer -> displacer instanceof Displacer.OfDefinition(var resource, var version)
                        && resource.equals(defined.id()) && version >= defined.version());
    }

    /** The marks with one more; a mark against an earlier definition of the resource has no meaning any more. */
    Marks with(Displacer displacer, Mark mark) {
        Map<Displacer, Mark> more = new HashMap<>(kept);
        more.keySet().removeIf(displacer::outdates);
        more.put(displacer, mark);
        return new Marks(checkIns, more);
    }

    /** The marks that stay with a move to other resources. */
    Marks elsewhere() {
        return new Marks(checkIns);
    }
}
