package clinic.appointments.local.trace;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The segment that Lambda writes for an invocation (Lambda: "Using Lambda with X-Ray"); the function sends its
 * subsegments.
 *
 * @param header the trace header, whose parent is the id of this segment
 * @param links the traces of the messages in the event
 */
public record InvocationSegment(TraceHeader header, String functionName, String functionArn, String requestId,
        Instant start, List<TraceHeader> links) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The segment document after the end of the invocation. */
    public ObjectNode document(Instant end, boolean fault) {
        ObjectNode segment = JSON.createObjectNode().put("name", functionName).put("id", header.parent())
                .put("trace_id", header.root()).put("start_time", seconds(start)).put("end_time", seconds(end))
                .put("origin", "AWS::Lambda::Function").put("resource_arn", functionArn).put("fault", fault);
        segment.putObject("aws").put("request_id", requestId);
        ArrayNode linked = segment.putArray("links");
        links.forEach(link -> linked.addObject().put("trace_id", link.root()).put("id", link.parent()));
        return segment;
    }

    private static BigDecimal seconds(Instant at) {
        return BigDecimal.valueOf(at.toEpochMilli(), 3);
    }
}
