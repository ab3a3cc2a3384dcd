package clinic.appointments.local.api;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.local.call.AwsCalls;
import clinic.appointments.local.template.Api;
import clinic.appointments.local.template.Deployment;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * Creates the integrations of operations and rejects what AWS would reject: a role that API Gateway may not assume, a
 * function that the API may not invoke.
 *
 * @param accessKey from the ARN of a role to its access key
 * @param functions from the physical name of a function to the function
 */
public record IntegrationFactory(Deployment deployment, Api api, AwsCalls calls, Function<String, String> accessKey,
        Function<String, InvokedFunction> functions) {

    private static final String PRINCIPAL = "apigateway.amazonaws.com";
    private static final Pattern INVOKED = Pattern.compile(".*/functions/(arn:[^/]+)/invocations");
    private static final int NAME_IN_ARN = 6;

    Integration of(String method, String resource, JsonNode operation, GatewayResponses responses) {
        JsonNode integration = operation.path("x-amazon-apigateway-integration");
        return switch (integration.path("type").asText()) {
            case "aws" -> new QueueIntegration(integration, calls,
                    accessKey.apply(assumable(integration.path("credentials").asText())), responses);
            case "aws_proxy" -> new FunctionIntegration(
                    functions.apply(invocable(integration.path("uri").asText(), method, resource)), api.stage(),
                    responses);
            case String type -> throw new ApiException("The integration type '" + type + "' is not supported.");
        };
    }

    private String assumable(String roleArn) {
        if (deployment.roles().stream()
                .noneMatch(role -> role.arn().equals(roleArn) && role.trustedServices().contains(PRINCIPAL))) {
            throw new ApiException("API Gateway may not assume the role " + roleArn + ".");
        }
        return roleArn;
    }

    private String invocable(String uri, String method, String resource) {
        String arn = function(uri);
        String source = "arn:aws:execute-api:%s:%s:%s/%s/%s%s".formatted(deployment.region(), deployment.account(),
                api.name(), api.stage(), method.toUpperCase(Locale.ROOT), resource);
        if (api.permissions().stream().noneMatch(permission -> permission.function().equals(arn)
                && permission.principal().equals(PRINCIPAL) && matches(permission.source(), source))) {
            throw new ApiException("The API may not invoke " + arn + " for " + method + " " + resource + ".");
        }
        return arn.split(":", -1)[NAME_IN_ARN];
    }

    private static String function(String uri) {
        Matcher invoked = INVOKED.matcher(uri);
        if (!invoked.matches()) {
            throw new ApiException("The integration with " + uri + " is not supported.");
        }
        return invoked.group(1);
    }

    private static boolean matches(String pattern, String source) {
        return source
                .matches(Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
