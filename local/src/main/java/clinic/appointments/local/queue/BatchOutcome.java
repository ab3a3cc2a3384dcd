package clinic.appointments.local.queue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import clinic.appointments.local.function.Invocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The messages of a batch that are done and leave the queue, read from the response as Lambda reads it (Lambda:
 * "Implementing partial batch responses: Success and failure conditions").
 *
 * @param done ids of the messages to delete; the others become visible again by themselves
 */
record BatchOutcome(Set<String> done) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final BatchOutcome NONE = new BatchOutcome(Set.of());

    /**
     * Reads the result of an invocation.
     *
     * @param sent ids of the messages of the batch
     * @param partial whether the event source reports failures message by message
     */
    static BatchOutcome of(Invocation invocation, List<String> sent, boolean partial) {
        return switch (invocation) {
            case Invocation.Responded(String payload) -> partial ? read(payload, sent) : all(sent);
            case Invocation.Failed _,Invocation.TimedOut _,Invocation.Crashed _ -> NONE;
        };
    }

    private static BatchOutcome read(String payload, List<String> sent) {
        try {
            return read(JSON.readTree(payload), sent);
        } catch (JsonProcessingException _) {
            return NONE;
        }
    }

    private static BatchOutcome read(JsonNode response, List<String> sent) {
        JsonNode failures = response.path("batchItemFailures");
        if (response.isMissingNode() || failures.isMissingNode() || failures.isNull()) {
            return all(sent);
        }
        Set<String> done = new HashSet<>(sent);
        for (JsonNode failure : failures) {
            String id = failure.path("itemIdentifier").asText("");
            if (!sent.contains(id)) {
                return NONE;
            }
            done.remove(id);
        }
        return failures.isArray() ? new BatchOutcome(Set.copyOf(done)) : NONE;
    }

    private static BatchOutcome all(List<String> sent) {
        return new BatchOutcome(Set.copyOf(sent));
    }
}
