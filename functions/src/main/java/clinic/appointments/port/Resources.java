package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;

/** The resources: the store of the resources that were defined. */
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
}
