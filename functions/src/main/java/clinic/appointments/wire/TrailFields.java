package clinic.appointments.wire;

import clinic.appointments.message.Trail;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A trail's fields on the wire: {@code correlationId, originTraceId}. */
final class TrailFields {

    private static final String CORRELATION_ID = "correlationId";
    private static final String ORIGIN_TRACE_ID = "originTraceId";

    private TrailFields() {
    }

    /**
     * Of what looks like ids only: clients can write to our queues, and a trail goes into log lines and traces.
     *
     * @param otherwise correlation id of a message that has none
     */
    static Trail read(Fields fields, String otherwise) {
        return new Trail(fields.optionalText(CORRELATION_ID).filter(Trail::isCorrelationId).orElse(otherwise),
                fields.optionalText(ORIGIN_TRACE_ID).filter(Trail::isTraceId));
    }

    static void write(Trail trail, ObjectNode body) {
        body.put(CORRELATION_ID, trail.correlationId());
        trail.originTraceId().ifPresent(id -> body.put(ORIGIN_TRACE_ID, id));
    }
}
