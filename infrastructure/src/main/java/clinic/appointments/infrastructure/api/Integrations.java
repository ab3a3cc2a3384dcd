package clinic.appointments.infrastructure.api;

import java.util.Map;
import java.util.Objects;

import clinic.appointments.contract.QueueName;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import software.amazon.awscdk.services.sqs.IQueue;

/**
 * Makes the integration of each operation: a write goes to a queue, a read to the query function (API Gateway:
 * "x-amazon-apigateway-integration object").
 *
 * @param place region and account of the stage
 * @param roleArn ARN of the role with which API Gateway sends messages
 * @param functionArn ARN of the alias of the query function
 */
record Integrations(OpenApiDocument document, Place place, String roleArn, Map<QueueName, IQueue> queues,
        String functionArn) {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "'application/problem+json'";

    record Place(String region, String account) {
    }

    ObjectNode of(ApiOperation operation) {
        return operation.command().map(command -> queue(operation, command)).orElseGet(this::function);
    }

    private ObjectNode queue(ApiOperation operation, ApiOperation.Command command) {
        var queue = Objects.requireNonNull(queues.get(command.queue()));
        var mapping = new MessageMapping(document, operation, command, queue.getQueueUrl());
        var integration = integration("aws", "arn:aws:apigateway:%s:sqs:path/%s/%s".formatted(place.region(),
                place.account(), queue.getQueueName())).put("credentials", roleArn)
                .put("passthroughBehavior", "never");
        integration.putObject("requestParameters")
                .put("integration.request.header.Content-Type", "'application/x-amz-json-1.0'")
                .put("integration.request.header.X-Amz-Target", "'AmazonSQS.SendMessage'");
        integration.putObject("requestTemplates").put(JSON, mapping.request());
        var responses = integration.putObject("responses");
        response(responses, "2\\d{2}", "202", mapping.accepted());
        problem(responses, "4\\d{2}", "400", mapping.refused());
        problem(responses, "default", "500", mapping.failed());
        return integration;
    }

    private ObjectNode function() {
        return integration("aws_proxy", "arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations"
                .formatted(place.region(), functionArn));
    }

    private static ObjectNode integration(String type, String uri) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("httpMethod", "POST").put("uri", uri);
    }

    private static ObjectNode response(ObjectNode responses, String pattern, String status, String template) {
        var response = responses.putObject(pattern).put("statusCode", status);
        response.putObject("responseTemplates").put(JSON, template);
        return response;
    }

    private static void problem(ObjectNode responses, String pattern, String status, String template) {
        response(responses, pattern, status, template).putObject("responseParameters")
                .put("method.response.header.Content-Type", PROBLEM);
    }
}
