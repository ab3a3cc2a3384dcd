package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Pool;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.VisitType;
import clinic.appointments.model.VisitTypeId;

/** The resources: the store of the resources, pools and visit types that were defined. */
public interface Resources {

    /** Reads a resource, strongly consistent; empty when nobody has defined it. */
    Optional<Resource> find(ResourceId id);

    /** Reads the resources that are defined, strongly consistent, in the order of the ids; each id once. */
    List<Resource> defined(List<ResourceId> ids);

    /**
     * Writes the resource, on condition that the stored resource has the version before. Repeating is safe: if it is
     * already stored, the result is {@link WriteResult#WRITTEN}.
     */
    WriteResult save(Resource resource);

    /** Reads a pool, strongly consistent; empty when nobody has defined it. */
    Optional<Pool> find(PoolId id);

    /** Reads the pools that are defined, strongly consistent, in the order of the ids; each id once. */
    List<Pool> pools(List<PoolId> ids);

    /** Reads the pools among what a booking names, as far as they are defined; without any, nothing is read. */
    default List<Pool> poolsAmong(List<ResourceId> named) {
        List<PoolId> ids = named.stream().flatMap(resource -> PoolId.named(resource).stream()).distinct().toList();
        return ids.isEmpty() ? List.of() : pools(ids);
    }

    /** Writes the pool, on the same condition as a resource. */
    WriteResult save(Pool pool);

    /** Reads a visit type, strongly consistent; empty when nobody has defined it. */
    Optional<VisitType> find(VisitTypeId id);

    /** Writes the visit type, on the same condition as a resource. */
    WriteResult save(VisitType type);
}
