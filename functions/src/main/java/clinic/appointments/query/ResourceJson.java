package clinic.appointments.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import clinic.appointments.model.PoolId;
import clinic.appointments.model.Resource;
import clinic.appointments.model.ResourceId;
import clinic.appointments.wire.Json;
import clinic.appointments.wire.ResourceFields;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defined resources as JSON for replies. */
final class ResourceJson {

    private ResourceJson() {
    }

    static void write(List<ResourceId> resources, ObjectNode json) {
        ArrayNode ids = json.putArray("resourceIds");
        resources.forEach(resource -> ids.add(resource.toString()));
    }

    /** The pools from which resources were taken; left out when there are none. */
    static void writePools(Map<ResourceId, PoolId> pools, ObjectNode json) {
        if (!pools.isEmpty()) {
            ArrayNode taken = json.putArray("fromPools");
            pools.entrySet().stream().sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                    .forEach(entry -> taken.addObject().put("resourceId", entry.getKey().toString())
                            .put("poolId", entry.getValue().value()));
        }
    }

    static String of(Resource resource) {
        ObjectNode json = Json.object().put("resourceId", resource.id().toString())
                .put("retired", resource.isRetired()).put("timeZone", resource.zone().getId());
        resource.details().ifPresent(details -> ResourceFields.write(details, json));
        return json.put("version", resource.version()).put("updatedAt", resource.updatedAt().toString()).toString();
    }
}
