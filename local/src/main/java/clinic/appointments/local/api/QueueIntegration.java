package clinic.appointments.local.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import clinic.appointments.local.call.AwsCallException;
import clinic.appointments.local.call.AwsCalls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sends a message to a queue under the API's role (API Gateway: "x-amazon-apigateway-integration object").
 *
 * @param accessKey of that role
 */
record QueueIntegration(JsonNode integration, AwsCalls calls, String accessKey, GatewayResponses responses)
        implements
            Integration {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET = "'AmazonSQS.SendMessage'";
    private static final String HEADER = "method.response.header.";

    QueueIntegration {
        String target = integration.path("requestParameters").path("integration.request.header.X-Amz-Target").asText();
        if (!target.equals(TARGET) || !integration.path("passthroughBehavior").asText().equals("never")) {
            throw new ApiException(
                    "An integration with SQS other than SendMessage without passthrough is not supported.");
        }
    }

    @Override
    public ApiResponse answer(RoutedRequest routed) {
        JsonNode template = integration.path("requestTemplates").path(routed.request().mediaType());
        if (template.isMissingNode()) {
            return responses.of(GatewayProblem.UNSUPPORTED_MEDIA_TYPE);
        }
        TemplateContext context = new TemplateContext(routed.request());
        TemplateInput input = new TemplateInput(routed.request().body(), routed.parameters());
        int status = send(new MappingTemplate(template.asText()).render(input, context));
        return status == 0 ? responses.of(GatewayProblem.INTEGRATION_FAILURE) : response(status, input, context);
    }

    /** The HTTP status of SQS; 0 when no response came. */
    private int send(String call) {
        try {
            calls.sqs(accessKey, "SendMessage", JSON.readTree(call));
            return 200;
        } catch (AwsCallException refused) {
            return refused.status();
        } catch (JsonProcessingException e) {
            throw new ApiException("A mapping template renders something that is not JSON.", e);
        }
    }

    private ApiResponse response(int status, TemplateInput input, TemplateContext context) {
        JsonNode mapped = integration.path("responses").propertyStream()
                .filter(entry -> Pattern.matches(entry.getKey(), Integer.toString(status))).findFirst()
                .map(entry -> entry.getValue()).orElse(integration.path("responses").path("default"));
        String body = new MappingTemplate(mapped.path("responseTemplates").path("application/json").asText())
                .render(input, context);
        Map<String, String> headers = headers(mapped);
        context.getResponseOverride().getHeader().forEach((name, value) -> headers.put(name, value.toString()));
        int overridden = context.getResponseOverride().getStatus();
        return new ApiResponse(overridden == 0 ? mapped.path("statusCode").asInt() : overridden, headers, body.strip());
    }

    private static Map<String, String> headers(JsonNode mapped) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", "application/json");
        mapped.path("responseParameters").propertyStream().forEach(parameter -> headers.put(
                parameter.getKey().substring(HEADER.length()), parameter.getValue().asText().replace("'", "")));
        return headers;
    }
}
