package clinic.appointments.model;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resources of a visit: those that a request names, together with those of its visit type. A named resource that is
 * a member of a pool of the type takes that pool's place.
 *
 * @param named those of the request, all different
 * @param ofType those of the type, all different
 * @param defined knows the pools of the type
 */
record VisitResources(List<ResourceId> named, List<ResourceId> ofType, DefinedResources defined) {

    /** All of them, each once: first those of the request, then those of the type whose place nobody has taken. */
    List<ResourceId> together() {
        List<ResourceId> added = ofType.stream().filter(Predicate.not(named::contains)).toList();
        List<ResourceId> pools = added.stream().filter(ResourceId::isPool).toList();
        Set<ResourceId> taken = new Matching<>(pools.stream().map(this::members).toList()).placesOf(fillers()).stream()
                .map(pools::get).collect(Collectors.toSet());
        return Stream.concat(named.stream(), added.stream().filter(Predicate.not(taken::contains))).toList();
    }

    /** Each fills one place; one that the type names, too, has its place. */
    private Set<ResourceId> fillers() {
        return named.stream().filter(resource -> !resource.isPool() && !ofType.contains(resource))
                .collect(Collectors.toSet());
    }

    private List<ResourceId> members(ResourceId pool) {
        return PoolId.named(pool).map(defined::members).orElseThrow().stream()
                .filter(member -> !named.contains(member) || !ofType.contains(member)).toList();
    }
}
