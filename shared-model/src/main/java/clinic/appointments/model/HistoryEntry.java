package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of an appointment; holds ids and codes only, no free text.
 *
 * @param version the appointment's version after the change
 * @param from status before; empty for the first entry
 * @param reason code that belongs to the change, such as why it was cancelled or how it went
 * @param relocation from where to where it was moved; present when it was
 */
public record HistoryEntry(long version, Provenance provenance, AppointmentAction action,
        Optional<AppointmentStatus> from,
        AppointmentStatus to, Optional<ReasonCode> reason, Optional<Relocation> relocation) {

    /** A change that moves nothing. */
    public HistoryEntry(long version, Provenance provenance, AppointmentAction action, Optional<AppointmentStatus> from,
            AppointmentStatus to, Optional<ReasonCode> reason) {
        this(version, provenance, action, from, to, reason, Optional.empty());
    }

    /** The same change, which moves the appointment besides. */
    HistoryEntry moving(Relocation moved) {
        return new HistoryEntry(version, provenance, action, from, to, reason, Optional.of(moved));
    }

    /** Whether this is what the given request did. */
    public boolean isBy(RequestId request, AppointmentAction done) {
        return provenance.requestId().equals(request) && action == done;
    }

    /**
     * When a client asked for this change of an appointment that was there; empty for what the service did by itself.
     */
    Optional<Instant> askedAt() {
        return action == AppointmentAction.BOOK ? Optional.empty() : provenance.sentAt();
    }
}
