package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The keep policy: the rules for leaving a displaced appointment where it is. Pure: the same input gives the same
 * answer.
 */
public final class KeepPolicy {

    private KeepPolicy() {
    }

    /**
     * Decides on keeping an appointment with a resource against a block.
     *
     * @param stored the block; empty when there is none
     */
    public static Marking againstBlock(Optional<Block> stored, ResourceId resource, Appointment existing,
            Provenance provenance) {
        return stored.map(block -> block.isActive() && block.resource().equals(resource)
                && block.displaces(existing, provenance.at())
                        ? decide(existing, new Displacer.OfBlock(block.id()), provenance)
                        : refused(existing, provenance, RejectionReason.NOT_DISPLACED))
                .orElseGet(() -> refused(existing, provenance, RejectionReason.UNKNOWN_BLOCK));
    }

    /**
     * Decides on keeping an appointment with a resource against its definition.
     *
     * @param stored the resource; empty when nobody has defined it
     */
    public static Marking againstDefinition(Displacer.OfDefinition named, Optional<Resource> stored,
            Appointment existing, Provenance provenance) {
        if (stored.isEmpty()) {
            return refused(existing, provenance, RejectionReason.UNKNOWN_RESOURCE);
        }
        if (stored.get().version() != named.version()) {
            return refused(existing, provenance, RejectionReason.VERSION_CONFLICT);
        }
        return isThere(existing, named.resource(), provenance.at())
                ? decide(existing, named, provenance)
                : refused(existing, provenance, RejectionReason.NOT_DISPLACED);
    }

    private static boolean isThere(Appointment existing, ResourceId resource, Instant now) {
        return existing.isAhead(now) && existing.booking().resources().contains(resource);
    }

    private static Marking decide(Appointment existing, Displacer displacer, Provenance provenance) {
        if (existing.hasBeenPlacedSince(provenance)) {
            return new Marking.Refused(RejectionReason.OVERTAKEN);
        }
        return existing.marks().has(displacer)
                ? new Marking.MadeBefore(existing)
                : new Marking.Made(existing,
                        existing.with(existing.marks().with(displacer, Mark.by(provenance))));
    }

    private static Marking refused(Appointment existing, Provenance provenance, RejectionReason reason) {
        return new Marking.Refused(existing.hasMovedOnSince(provenance) ? RejectionReason.OVERTAKEN : reason);
    }
}
