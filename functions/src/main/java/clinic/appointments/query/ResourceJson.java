package clinic.appointments.query;

import clinic.appointments.model.Resource;
import clinic.appointments.wire.Json;
import clinic.appointments.wire.ResourceFields;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Defined resources as JSON for replies. */
final class ResourceJson {

    private ResourceJson() {
    }

    static String of(Resource resource) {
        ObjectNode json = Json.object().put("resourceId", resource.id().toString())
                .put("retired", resource.isRetired()).put("timeZone", resource.zone().getId());
        resource.details().ifPresent(details -> ResourceFields.write(details, json));
        return json.put("version", resource.version()).put("updatedAt", resource.updatedAt().toString()).toString();
    }
}
