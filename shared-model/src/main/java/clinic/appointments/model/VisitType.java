package clinic.appointments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A visit type: what the clinic has agreed on for a kind of visit, such as a first consultation.
 *
 * @param details empty when it is retired: it can no longer be booked
 * @param version number of definitions and retirements, from 1
 * @param writer the request that made this version
 */
public record VisitType(VisitTypeId id, Optional<VisitTypeDetails> details, long version, Writer writer,
        Instant updatedAt)
        implements
            Defined {

    @Override
    public boolean isRetired() {
        return details.isEmpty();
    }

    /** The resources and pools that it adds to those of a request; none when it is retired. */
    public List<ResourceId> resources() {
        return details.map(VisitTypeDetails::resources).orElse(List.of());
    }
}
