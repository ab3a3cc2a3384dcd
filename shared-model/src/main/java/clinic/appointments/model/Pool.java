package clinic.appointments.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pool: resources of which any one will do, such as the dermatologists of a clinic.
 *
 * @param members all different; empty when the pool is retired
 * @param version number of definitions and retirements, from 1
 * @param writer the request that made this version
 */
public record Pool(PoolId id, Optional<List<ResourceId>> members, long version, Writer writer, Instant updatedAt)
        implements
            Defined {

    /** Keeps the calendar days few that a booking from the pool reads. */
    public static final int MAX_MEMBERS = 25;

    public Pool {
        members = members.map(List::copyOf);
    }

    @Override
    public boolean isRetired() {
        return members.isEmpty();
    }

    /**
     * The members, checked.
     *
     * @throws InvalidValueException when there is none, there are too many, or one is named twice or is a pool
     */
    public static List<ResourceId> acceptedMembers(List<ResourceId> members) {
        InvalidValueException.unless(!members.isEmpty() && members.size() <= MAX_MEMBERS, "resourceIds",
                "must name 1 to " + MAX_MEMBERS);
        InvalidValueException.unless(members.stream().distinct().count() == members.size(), "resourceIds",
                "must not name one twice");
        InvalidValueException.unless(members.stream().noneMatch(ResourceId::isPool), "resourceIds",
                "must not name a pool");
        return members;
    }
}
