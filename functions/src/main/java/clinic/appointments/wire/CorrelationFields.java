package clinic.appointments.wire;

import clinic.appointments.message.Correlation;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON fields of a correlation: {@code correlationId, originTraceId}. */
final class CorrelationFields {

    private static final String CORRELATION_ID = "correlationId";
    private static final String ORIGIN_TRACE_ID = "originTraceId";

    private CorrelationFields() {
    }

    /**
     * Reads texts in the form of ids only: clients can write to our queues, and a correlation goes into log lines and
     * traces.
     *
     * @param otherwise correlation id of a message without one
     */
    static Correlation read(Fields fields, String otherwise) {
        return new Correlation(
                fields.optionalText(CORRELATION_ID).filter(Correlation::isCorrelationId).orElse(otherwise),
                fields.optionalText(ORIGIN_TRACE_ID).filter(Correlation::isTraceId));
    }

    static void write(Correlation correlation, ObjectNode body) {
        body.put(CORRELATION_ID, correlation.correlationId());
        correlation.originTraceId().ifPresent(id -> body.put(ORIGIN_TRACE_ID, id));
    }
}
