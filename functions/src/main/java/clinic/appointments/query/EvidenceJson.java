package clinic.appointments.query;

import clinic.appointments.model.Evidence;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a refusal rests on, as JSON for replies: ids and settings, nothing else. */
final class EvidenceJson {

    private EvidenceJson() {
    }

    static void write(Evidence evidence, ObjectNode json) {
        evidence.setting().ifPresent(setting -> json.put("setting", setting));
        evidence.blockedBy().ifPresent(other -> json.put("blockedBy", other));
    }
}
