package clinic.appointments.message;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A correlation: the ids that tie together everything that a request causes, across queues and schedules.
 *
 * @param correlationId id in every log line
 * @param originTraceId id of the trace in which the request was first processed; a schedule starts a new trace
 */
public record Correlation(String correlationId, Optional<String> originTraceId) {

    /** Header of the HTTP API with the correlation id, in a request and in its response. */
    public static final String HEADER = "X-Correlation-Id";
    /** Regular expression for the whole correlation id. */
    public static final String PATTERN = "[A-Za-z0-9._:=/-]{1,128}";

    /** The rule of the pattern, in the words of an error. */
    public static final String RULE = "must be 1 to 128 letters, digits or any of . _ : = / -";

    private static final Pattern CORRELATION_ID = Pattern.compile(PATTERN);
    private static final Pattern TRACE_ID = Pattern.compile("1-[0-9a-f]{8}-[0-9a-f]{24}");

    /** Whether a text is a trace id (AWS X-Ray Developer Guide, "X-Ray concepts", Tracing header). */
    public static boolean isTraceId(String text) {
        return TRACE_ID.matcher(text).matches();
    }

    /** Whether a text has the form of an id: it goes into logs and attributes, where no address or name may appear. */
    public static boolean isCorrelationId(String text) {
        return CORRELATION_ID.matcher(text).matches();
    }
}
