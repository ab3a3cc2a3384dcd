package clinic.appointments.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What ties everything that a request causes together, across queues and schedules.
 *
 * @param correlationId in every log line
 * @param originTraceId id of the trace in which the request was first processed; a schedule starts a new trace
 */
public record Correlation(String correlationId, Optional<String> originTraceId) {

    private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:=/-]{1,128}");
    private static final Pattern TRACE_ID = Pattern.compile("1-[0-9a-f]{8}-[0-9a-f]{24}");

    /** Whether a text is the id of a trace (AWS X-Ray Developer Guide, "X-Ray concepts", Tracing header). */
    public static boolean isTraceId(String text) {
        return TRACE_ID.matcher(text).matches();
    }

    /** Whether a text looks like an id: it goes into logs and attributes, where no address or name may stand. */
    public static boolean isCorrelationId(String text) {
        return CORRELATION_ID.matcher(text).matches();
    }
}
