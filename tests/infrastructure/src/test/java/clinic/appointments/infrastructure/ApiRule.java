package clinic.appointments.infrastructure;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static clinic.appointments.infrastructure.Resources.elements;

/** Rules about the HTTP API, whose OpenAPI body no rule pack looks into. */
enum ApiRule implements TemplateRule {

    EVERY_METHOD_ASKS_WHO_IS_CALLING(resources -> resources.of("AWS::ApiGateway::Method")
            .filter(method -> !method.properties().path("AuthorizationType").asText().equals("AWS_IAM"))
            .map(Resources.Entry::id)),
    EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING(resources -> resources.of("AWS::ApiGateway::RestApi")
            .filter(api -> api.properties().has("BodyS3Location")
                    || operations(api.properties().path("Body")).anyMatch(operation -> !isAuthorized(api, operation)))
            .map(Resources.Entry::id)),
    /** A trace holds whole messages. */
    NO_API_WRITES_MESSAGES_TO_A_LOG(resources -> resources.of("AWS::ApiGateway::Stage")
            .filter(stage -> elements(stage.properties().path("MethodSettings"))
                    .anyMatch(settings -> settings.path("DataTraceEnabled").asBoolean()))
            .map(Resources.Entry::id)),
    /** A cache would hold answers about patients outside of the tables. */
    NO_API_KEEPS_ANSWERS(resources -> resources.of("AWS::ApiGateway::Stage")
            .filter(stage -> stage.properties().path("CacheClusterEnabled").asBoolean())
            .map(Resources.Entry::id));

    private final Function<Resources, Stream<String>> breaches;

    ApiRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static Stream<JsonNode> operations(JsonNode body) {
        var methods = Set.of("get", "put", "post", "delete", "patch", "head", "options",
                "x-amazon-apigateway-any-method");
        return body.path("paths").propertyStream().map(Map.Entry::getValue).flatMap(JsonNode::propertyStream)
                .filter(operation -> methods.contains(operation.getKey())).map(Map.Entry::getValue);
    }

    /** An operation's own word comes before the body's. */
    private static boolean isAuthorized(Resources.Entry api, JsonNode operation) {
        var body = api.properties().path("Body");
        var security = operation.has("security") ? operation.path("security") : body.path("security");
        var schemes = body.at("/components/securitySchemes");
        return operation.at("/x-amazon-apigateway-auth/type").asText().equals("AWS_IAM")
                || !security.isEmpty() && elements(security).allMatch(choice -> !choice.isEmpty()
                        && choice.propertyStream().allMatch(scheme -> schemes.path(scheme.getKey())
                                .path("x-amazon-apigateway-authtype").asText().equals("awsSigv4")));
    }
}
