package clinic.appointments.local.api;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The responses that API Gateway generates itself, from the templates in the body; variables are replaced, nothing
 * else (API Gateway: "Gateway responses in API Gateway").
 */
record GatewayResponses(JsonNode templates) {

    private static final Pattern VARIABLE = Pattern.compile("\\$context(?:\\.\\w+)+");
    private static final String HEADER = "gatewayresponse.header.";

    ApiResponse of(GatewayProblem problem) {
        return of(problem, "");
    }

    /**
     * @param detail the validation error
     */
    ApiResponse of(GatewayProblem problem, String detail) {
        JsonNode response = templates.has(problem.name()) ? templates.path(problem.name())
                : templates.path(problem.fallback());
        return new ApiResponse(response.path("statusCode").asInt(problem.status()), headers(response),
                text(response.path("responseTemplates").path("application/json").asText(), problem, detail));
    }

    private static Map<String, String> headers(JsonNode response) {
        Map<String, String> headers = new TreeMap<>();
        response.path("responseParameters").propertyStream().forEach(parameter -> headers
                .put(parameter.getKey().substring(HEADER.length()), constant(parameter.getValue().asText())));
        return headers;
    }

    private static String constant(String expression) {
        if (!expression.matches("'[^']*'")) {
            throw new ApiException("The expression " + expression + " of a gateway response is not supported.");
        }
        return expression.substring(1, expression.length() - 1);
    }

    private static String text(String template, GatewayProblem problem, String detail) {
        return VARIABLE.matcher(template).replaceAll(
                variable -> Matcher.quoteReplacement(value(variable.group(), problem, detail)));
    }

    /** The value of a variable, escaped for use inside a JSON string. */
    private static String value(String variable, GatewayProblem problem, String detail) {
        return switch (variable) {
            case "$context.error.responseType" -> problem.name();
            case "$context.error.validationErrorString" -> escaped(detail);
            default -> throw new ApiException("The variable " + variable + " of a gateway response is not supported.");
        };
    }

    private static String escaped(String text) {
        String quoted = TextNode.valueOf(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
