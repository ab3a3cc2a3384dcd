package clinic.appointments.local.api;

import java.util.Map;
import java.util.TreeMap;

import clinic.appointments.local.function.Invocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Invokes a function (API Gateway: "Lambda proxy integrations in API Gateway"). */
record FunctionIntegration(InvokedFunction function, String stage, GatewayResponses responses)
        implements
            Integration {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public ApiResponse answer(RoutedRequest routed) throws InterruptedException {
        return switch (function.invoke(event(routed).toString())) {
            case Invocation.Responded(String payload) -> read(payload);
            case Invocation.TimedOut _ -> responses.of(GatewayProblem.INTEGRATION_TIMEOUT);
            case Invocation.Failed _,Invocation.Crashed _ -> responses.of(GatewayProblem.DEFAULT_5XX);
        };
    }

    private ObjectNode event(RoutedRequest routed) {
        ApiRequest request = routed.request();
        ObjectNode event = JSON.createObjectNode().put("resource", routed.resource()).put("path", request.path())
                .put("httpMethod", request.method());
        event.set("headers", parameters(request.headers()));
        event.set("queryStringParameters", parameters(request.query()));
        event.set("multiValueQueryStringParameters", parameters(request.queryValues()));
        event.set("pathParameters", parameters(routed.path()));
        event.putObject("requestContext").put("requestId", request.id()).put("stage", stage)
                .put("resourcePath", routed.resource()).put("httpMethod", request.method()).putObject("identity")
                .put("userArn", request.callerArn());
        return event.put("body", request.body().isEmpty() ? null : request.body()).put("isBase64Encoded", false);
    }

    /** API Gateway sends null, not an empty object, when there are none. */
    private static JsonNode parameters(Map<String, ?> parameters) {
        return JSON.valueToTree(parameters.isEmpty() ? null : parameters);
    }

    private ApiResponse read(String payload) {
        try {
            JsonNode answer = JSON.readTree(payload);
            Map<String, String> headers = new TreeMap<>();
            answer.path("headers").propertyStream()
                    .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
            return answer.path("statusCode").isInt()
                    ? new ApiResponse(answer.path("statusCode").asInt(), headers, answer.path("body").asText(""))
                    : responses.of(GatewayProblem.DEFAULT_5XX);
        } catch (JsonProcessingException unreadable) {
            return responses.of(GatewayProblem.DEFAULT_5XX);
        }
    }
}
