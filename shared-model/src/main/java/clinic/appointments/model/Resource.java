package clinic.appointments.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A resource: a practitioner, room or device for which rules of its own were defined.
 *
 * @param zone of its hours; it never changes
 * @param details empty when it is retired: it can no longer be booked, not even by the rules of its kind
 * @param version number of definitions and retirements, from 1
 * @param writer the request that made this version
 */
public record Resource(ResourceId id, ZoneId zone, Optional<ResourceDetails> details, long version, Writer writer,
        Instant updatedAt)
        implements
            Defined {

    @Override
    public boolean isRetired() {
        return details.isEmpty();
    }

    /** The rules for its bookings; where it has none of its own, those of its kind. */
    ResourceRules rules(ResourceRules ofKind) {
        ResourceDetails own = details.orElse(ResourceDetails.NONE);
        return new ResourceRules(own.capacity().orElse(ofKind.capacity()), own.buffer().orElse(ofKind.buffer()),
                own.hours().map(periods -> new WorkingHours(periods, zone)).orElse(ofKind.hours()),
                own.hold().or(ofKind::hold));
    }
}
