package clinic.appointments.local.run;

import java.util.Optional;
import java.util.UUID;

import clinic.appointments.contract.FunctionName;
import clinic.appointments.local.function.Invocation;
import clinic.appointments.local.stage.LocalStage;
import clinic.appointments.local.stage.StageException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Queries the service through its query function, as API Gateway does. */
final class QueryClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LocalStage stage;

    QueryClient(LocalStage stage) {
        this.stage = stage;
    }

    /**
     * The receipt of a request.
    *
    * @param client the client that chose the request id
     */
    Optional<JsonNode> receipt(String requestId, String client) throws InterruptedException {
        ObjectNode event = event("/support/requests", "requestId", requestId);
        event.putObject("multiValueQueryStringParameters").putArray("client").add(client);
        return read(stage.invoke(FunctionName.QUERY.id(), event.toString()));
    }

    Optional<JsonNode> appointment(String appointmentId) throws InterruptedException {
        ObjectNode event = event("/appointments", "appointmentId", appointmentId);
        return read(stage.invoke(FunctionName.QUERY.id(), event.toString()));
    }

    private static ObjectNode event(String collection, String parameter, String id) {
        ObjectNode event = JSON.createObjectNode().put("httpMethod", "GET")
                .put("resource", "%s/{%s}".formatted(collection, parameter)).put("path", collection + "/" + id);
        event.putObject("pathParameters").put(parameter, id);
        event.putObject("headers");
        event.putObject("requestContext").put("requestId", UUID.randomUUID().toString()).put("stage", "local");
        return event;
    }

    private static Optional<JsonNode> read(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Responded(String payload) -> body(payload);
            case Invocation.Failed(String type, String _) -> throw unanswered(type);
            case Invocation.TimedOut _ -> throw unanswered("it timed out");
            case Invocation.Crashed(String detail) -> throw unanswered(detail);
        };
    }

    private static Optional<JsonNode> body(String payload) {
        try {
            JsonNode response = JSON.readTree(payload);
            return response.path("statusCode").asInt() == 200
                    ? Optional.of(JSON.readTree(response.path("body").asText()))
                    : Optional.empty();
        } catch (JsonProcessingException _) {
            throw unanswered("its answer is not JSON");
        }
    }

    private static StageException unanswered(String why) {
        return new StageException("The query function did not answer: " + why + ".");
    }
}
