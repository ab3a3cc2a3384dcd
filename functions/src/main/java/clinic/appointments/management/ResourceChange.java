package clinic.appointments.management;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceDetails;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.Writer;

/**
 * A change that a client wants of a resource.
 *
 * @param zone empty to keep the resource's zone
 * @param details empty to retire it
 * @param ifVersion the version that it must have, 0 for a resource that nobody has defined; empty for any
 */
record ResourceChange(ResourceId id, Optional<ZoneId> zone, Optional<ResourceDetails> details,
        Optional<Long> ifVersion) {

    /** Why the change is refused; empty when it is granted. */
    Optional<RejectionReason> refusal(Optional<Resource> stored, Writer writer) {
        if (stored.filter(resource -> resource.writer().isAfter(writer.sentAt())).isPresent()) {
            return Optional.of(RejectionReason.OVERTAKEN);
        }
        if (ifVersion.filter(expected -> expected != versionOf(stored)).isPresent()) {
            return Optional.of(RejectionReason.VERSION_CONFLICT);
        }
        return stored.map(Resource::zone).filter(fixed -> zone.filter(wanted -> !wanted.equals(fixed)).isPresent())
                .map(_ -> RejectionReason.TIME_ZONE_FIXED);
    }

    /**
     * The resource after the change.
     *
     * @param clinic zone of a new resource for which the change names none
     */
    Resource next(Optional<Resource> stored, ZoneId clinic, Writer writer, Instant now) {
        return new Resource(id, stored.map(Resource::zone).or(() -> zone).orElse(clinic), details,
                versionOf(stored) + 1, writer, now);
    }

    private static long versionOf(Optional<Resource> stored) {
        return stored.map(Resource::version).orElse(0L);
    }
}
