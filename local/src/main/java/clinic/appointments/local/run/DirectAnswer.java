package clinic.appointments.local.run;

import java.util.Optional;

import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.stage.StageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The result of invoking a function directly. */
record DirectAnswer(Invocation invocation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ERROR_STATUS = 400;
    private static final int NOT_FOUND = 404;

    /** The problem in one sentence; empty for a good response, which includes 404. */
    Optional<String> complaint() {
        return switch (invocation) {
            case Invocation.Responded(String payload) -> complaint(json(payload));
            case Invocation.Failed _,Invocation.TimedOut _,Invocation.Crashed _ ->
                Optional.of("The function returned no response; the cause is printed above.");
        };
    }

    private static Optional<String> complaint(JsonNode answer) {
        int status = answer.path("statusCode").asInt();
        int failures = answer.path("batchItemFailures").size();
        if (failures > 0) {
            return Optional.of("The function failed on %d of the messages.".formatted(failures));
        }
        return status >= FIRST_ERROR_STATUS && status != NOT_FOUND
                ? Optional.of("The function responded with status %d.".formatted(status))
                : Optional.empty();
    }

    private static JsonNode json(String payload) {
        try {
            return JSON.readTree(payload);
        } catch (JsonProcessingException _) {
            throw new StageException("The function's answer is not JSON.");
        }
    }
}
