package clinic.appointments.local.run;

import java.util.Optional;

import clinic.appointments.local.function.Invocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a function answered to one event. */
record DirectAnswer(Invocation invocation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ERRORS = 400;
    private static final int NOT_THERE = 404;

    /** What is wrong with it, in one sentence; that something is not there is an answer. */
    Optional<String> complaint() {
        return switch (invocation) {
            case Invocation.Responded(String payload) -> complaint(json(payload));
            case Invocation.Failed _,Invocation.TimedOut _,Invocation.Crashed _ ->
                Optional.of("The function gave no answer; what became of it stands above.");
        };
    }

    private static Optional<String> complaint(JsonNode answer) {
        int status = answer.path("statusCode").asInt();
        int failures = answer.path("batchItemFailures").size();
        if (failures > 0) {
            return Optional.of("The function could not handle %d of the messages.".formatted(failures));
        }
        return status >= ERRORS && status != NOT_THERE
                ? Optional.of("The function answered with status %d.".formatted(status))
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
