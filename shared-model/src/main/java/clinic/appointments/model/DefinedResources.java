package clinic.appointments.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The defined resources that a decision concerns. All others have the rules of their kind, unless the stage demands
 * that a resource is defined before it is booked.
 *
 * @param demanded whether the stage demands it
 * @param pools the pools that the decision concerns, by id
 */
public record DefinedResources(boolean demanded, Map<ResourceId, Resource> known,
        Map<PoolId, Pool> pools) {

    /** No resource is defined, and none must be. */
    public static final DefinedResources NONE = new DefinedResources(false, Map.of(), Map.of());
    /** No resource is defined, but those that are booked must be. */
    public static final DefinedResources DEMANDED = new DefinedResources(true, Map.of(), Map.of());

    public DefinedResources {
        known = Map.copyOf(known);
        pools = Map.copyOf(pools);
    }

    /** The same demand with these resources. */
    DefinedResources knowing(Collection<Resource> resources) {
        return new DefinedResources(demanded,
                resources.stream().collect(Collectors.toMap(Resource::id, Function.identity())), pools);
    }

    /** The same resources with these pools. */
    DefinedResources knowingPools(Collection<Pool> defined) {
        return new DefinedResources(demanded, known,
                defined.stream().collect(Collectors.toMap(Pool::id, Function.identity())));
    }

    /** The members of a pool; none when it is retired or unknown. */
    List<ResourceId> members(PoolId pool) {
        return Optional.ofNullable(pools.get(pool)).flatMap(Pool::members).orElse(List.of());
    }

    boolean isRetired(PoolId pool) {
        return Optional.ofNullable(pools.get(pool)).filter(Pool::isRetired).isPresent();
    }

    /** Whether nobody has defined the pool: without members it cannot be booked from. */
    boolean lacks(PoolId pool) {
        return !pools.containsKey(pool);
    }

    Optional<Resource> find(ResourceId resource) {
        return Optional.ofNullable(known.get(resource));
    }

    boolean isRetired(ResourceId resource) {
        return find(resource).filter(Resource::isRetired).isPresent();
    }

    boolean hasOwnHours(ResourceId resource) {
        return find(resource).flatMap(Resource::details).flatMap(ResourceDetails::hours).isPresent();
    }

    /** Whether the stage demands a definition that the resource does not have. */
    public boolean lacks(ResourceId resource) {
        return demanded && find(resource).isEmpty();
    }
}
