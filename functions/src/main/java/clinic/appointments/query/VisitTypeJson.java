package clinic.appointments.query;

import clinic.appointments.model.VisitType;
import clinic.appointments.wire.Json;
import clinic.appointments.wire.VisitTypeFields;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Visit types as JSON for replies. */
final class VisitTypeJson {

    private VisitTypeJson() {
    }

    static String of(VisitType type) {
        ObjectNode json = Json.object().put("visitTypeId", type.id().value()).put("retired", type.isRetired());
        type.details().ifPresent(details -> VisitTypeFields.write(details, json));
        return json.put("version", type.version()).put("updatedAt", type.updatedAt().toString()).toString();
    }
}
