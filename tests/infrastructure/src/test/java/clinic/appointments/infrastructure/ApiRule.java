package clinic.appointments.infrastructure;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
    EVERY_API_VALIDATES_BODIES_AND_PARAMETERS(apis(api -> {
        var body = api.path("Body");
        var validator = body.path("x-amazon-apigateway-request-validators")
                .path(body.path("x-amazon-apigateway-request-validator").asText());
        return !validator.path("validateRequestBody").asBoolean()
                || !validator.path("validateRequestParameters").asBoolean();
    })),
    /** API Gateway quotes the value that breaks such a rule, in the answer and in its log. */
    NO_MODEL_HAS_RULES_THAT_QUOTE_VALUES(apis(api -> Stream.of("pattern", "maxLength", "minLength", "enum", "format")
            .anyMatch(rule -> api.at("/Body/components/schemas").findValue(rule) != null))),
    NO_BODY_TAKES_UNKNOWN_FIELDS(apis(api -> operations(api.path("Body"))
            .map(operation -> operation.at("/requestBody/content/application~1json/schema"))
            .filter(schema -> !schema.isMissingNode())
            .map(schema -> schema.has("$ref") ? api.path("Body").at(schema.path("$ref").asText().substring(1)) : schema)
            .anyMatch(schema -> schema.path("additionalProperties").asBoolean(true)))),
    WHAT_GOES_TO_A_QUEUE_IS_MAPPED(apis(api -> operations(api.path("Body"))
            .map(operation -> operation.path("x-amazon-apigateway-integration"))
            .anyMatch(integration -> integration.path("type").asText().equals("aws")
                    && !(integration.path("passthroughBehavior").asText().equals("never")
                            && integration.path("requestTemplates").propertyStream().map(Map.Entry::getKey)
                                    .allMatch("application/json"::equals))))),
    EVERY_API_ASKS_FOR_TLS(apis(api -> !api.path("SecurityPolicy").asText().startsWith("SecurityPolicy_TLS13_1_"))),
    /** An import in mode {@code overwrite} resets what the document does not set. */
    THE_DOCUMENT_ASKS_FOR_WHAT_THE_API_ASKS_FOR(apis(api -> !(api.path("SecurityPolicy")
            .equals(api.at("/Body/x-amazon-apigateway-security-policy"))
            && api.path("EndpointAccessMode").equals(api.at("/Body/x-amazon-apigateway-endpoint-access-mode"))))),
    EVERY_API_IS_THROTTLED_AND_LOGGED(resources -> resources.of("AWS::ApiGateway::Stage")
            .filter(stage -> elements(stage.properties().path("MethodSettings"))
                    .noneMatch(settings -> settings.path("ThrottlingRateLimit").asInt() > 0)
                    || stage.properties().path("AccessLogSetting").isMissingNode())
            .map(Resources.Entry::id)),
    /** A path, a query string and a message of an error can say what they should not. */
    NO_LOG_OF_ACCESSES_HOLDS_WHAT_WAS_ASKED(resources -> resources.of("AWS::ApiGateway::Stage")
            .filter(stage -> stage.properties().at("/AccessLogSetting/Format").asText()
                    .matches(".*context\\.(path|error\\.message|error\\.validation|requestOverride).*"))
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

    private static Function<Resources, Stream<String>> apis(Predicate<JsonNode> breaks) {
        return resources -> resources.of("AWS::ApiGateway::RestApi").filter(api -> breaks.test(api.properties()))
                .map(Resources.Entry::id);
    }

    private static Stream<JsonNode> operations(JsonNode body) {
        var methods = Set.of("get", "put", "post", "delete", "patch", "head", "options",
                "x-amazon-apigateway-any-method");
        return body.path("paths").propertyStream().map(Map.Entry::getValue).flatMap(JsonNode::propertyStream)
                .filter(operation -> methods.contains(operation.getKey())).map(Map.Entry::getValue);
    }

    /**
     * Only its own word counts: API Gateway ignores the body's ("Amazon API Gateway important notes for REST APIs").
     */
    private static boolean isAuthorized(Resources.Entry api, JsonNode operation) {
        var body = api.properties().path("Body");
        var security = operation.path("security");
        var schemes = body.at("/components/securitySchemes");
        return operation.at("/x-amazon-apigateway-auth/type").asText().equals("AWS_IAM")
                || (!security.isEmpty() && elements(security).allMatch(choice -> !choice.isEmpty()
                        && choice.propertyStream().allMatch(scheme -> schemes.path(scheme.getKey())
                                .path("x-amazon-apigateway-authtype").asText().equals("awsSigv4"))));
    }
}
