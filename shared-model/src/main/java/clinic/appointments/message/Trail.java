package clinic.appointments.message;

import java.util.Optional;

/**
 * What ties everything that a request causes together, across queues and schedules.
 *
 * @param correlationId
 *            in every log line
 * @param originTraceId
 *            id of the trace in which the request was first processed; a schedule starts a new trace
 */
public record Trail(String correlationId, Optional<String> originTraceId) {
}
