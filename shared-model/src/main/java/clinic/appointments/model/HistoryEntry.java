package clinic.appointments.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A history entry: one change of an appointment, in ids and codes only, without free text.
 *
 * @param version the appointment's version after the change
 * @param from the status before; empty for the first entry
 * @param reason code for the change, such as the reason of a cancellation or the outcome
 * @param relocation old and new place of a move; empty for other changes
 * @param pools the pools from which this change has taken resources, by resource
 */
public record HistoryEntry(long version, Provenance provenance, AppointmentAction action,
        Optional<AppointmentStatus> from,
        AppointmentStatus to, Optional<ReasonCode> reason, Optional<Relocation> relocation,
        Map<ResourceId, PoolId> pools) {

    public HistoryEntry {
        pools = Map.copyOf(pools);
    }

    /** An entry for a change that has taken no resource from a pool. */
    public HistoryEntry(long version, Provenance provenance, AppointmentAction action, Optional<AppointmentStatus> from,
            AppointmentStatus to, Optional<ReasonCode> reason, Optional<Relocation> relocation) {
        this(version, provenance, action, from, to, reason, relocation, Map.of());
    }

    /** An entry for a change without a move. */
    public HistoryEntry(long version, Provenance provenance, AppointmentAction action, Optional<AppointmentStatus> from,
            AppointmentStatus to, Optional<ReasonCode> reason) {
        this(version, provenance, action, from, to, reason, Optional.empty());
    }

    /** The same change, with a move. */
    HistoryEntry moving(Relocation moved) {
        return new HistoryEntry(version, provenance, action, from, to, reason, Optional.of(moved), pools);
    }

    /** The same change, with the pools from which resources were taken. */
    HistoryEntry from(Map<ResourceId, PoolId> taken) {
        return new HistoryEntry(version, provenance, action, from, to, reason, relocation, taken);
    }

    /** Whether the given request made this change. */
    public boolean isBy(RequestId request, AppointmentAction done) {
        return provenance.requestId().equals(request) && action == done;
    }

    /** Whether this change is a move to another time. */
    boolean changesTime() {
        return relocation.filter(Relocation::changesTime).isPresent();
    }

    /**
     * When a client asked for this change of an existing appointment; empty for changes that the service makes by
     * itself.
     */
    Optional<Instant> askedAt() {
        return action == AppointmentAction.BOOK ? Optional.empty() : provenance.sentAt();
    }
}
