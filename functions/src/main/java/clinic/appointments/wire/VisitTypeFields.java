package clinic.appointments.wire;

import clinic.appointments.model.VisitTypeDetails;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON fields of what is defined for a visit type. */
public final class VisitTypeFields {

    private static final String DURATION = "duration";
    private static final String RESOURCES = "resourceIds";
    private static final String NOTICE = "minimumNotice";
    private static final String HOLD = "hold";

    private VisitTypeFields() {
    }

    static VisitTypeDetails read(Fields fields) {
        return new VisitTypeDetails(fields.parsed(DURATION, WholeMinutes::parse, WholeMinutes.RULE),
                BufferFields.read(fields), CommandReader.resources(fields),
                fields.optionalParsed(NOTICE, WholeMinutes::parse, WholeMinutes.RULE),
                fields.optionalParsed(HOLD, WholeMinutes::parse, WholeMinutes.RULE)).accepted();
    }

    /** Writes the fields that {@link #read} reads; what is not defined is left out. */
    public static void write(VisitTypeDetails details, ObjectNode json) {
        json.put(DURATION, WholeMinutes.write(details.duration()));
        BufferFields.write(details.buffer(), json);
        if (!details.resources().isEmpty()) {
            ArrayNode ids = json.putArray(RESOURCES);
            details.resources().forEach(resource -> ids.add(resource.toString()));
        }
        details.minimumNotice().ifPresent(notice -> json.put(NOTICE, WholeMinutes.write(notice)));
        details.hold().ifPresent(hold -> json.put(HOLD, WholeMinutes.write(hold)));
    }
}
