package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.infrastructure.ApiRule.*;

/** Mistakes about the HTTP API. */
final class ApiBreaks {

    private static final String API = "AWS::ApiGateway::RestApi";

    private static final String SIGNED = """
            {"Body": {%s, "components": {"securitySchemes": \
            {"sigv4": {"x-amazon-apigateway-authtype": "awsSigv4"}}}}}""";
    private static final String ID = "AppointmentApi";
    private static final String STAGE_ID = "AppointmentApiDeploymentStage";

    private ApiBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(EVERY_METHOD_ASKS_WHO_IS_CALLING, "Open",
                        draft -> draft.add("OpenMethod", "AWS::ApiGateway::Method", """
                                {"AuthorizationType": "NONE"}""")),
                new Break(EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING, "Open",
                        draft -> draft.add("OpenApi", API, SIGNED.formatted("""
                                "security": [{"sigv4": []}], "paths": {"/appointments": {"get": {}}}"""))),
                new Break(EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING, "Reopened",
                        draft -> draft.add("ReopenedApi", API, SIGNED.formatted("""
                                "paths": {"/appointments": {"post": {"security": [{"sigv4": []}]},
                                    "get": {"security": []}}}"""))),
                new Break(EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING, "Elsewhere",
                        draft -> draft.add("Elsewhere", API, """
                                {"BodyS3Location": {"Bucket": "bucket"}}""")),
                new Break(EVERY_API_VALIDATES_BODIES_AND_PARAMETERS, ID,
                        draft -> api(draft, "/Body").put("x-amazon-apigateway-request-validator", "nothing")),
                new Break(NO_MODEL_HAS_RULES_THAT_QUOTE_VALUES, ID,
                        draft -> api(draft, "/Body/components/schemas/Email").put("pattern", "@")),
                new Break(NO_BODY_TAKES_UNKNOWN_FIELDS, ID,
                        draft -> api(draft, "/Body/components/schemas/BookAppointment")
                                .remove("additionalProperties")),
                new Break(WHAT_GOES_TO_A_QUEUE_IS_MAPPED, ID, draft -> api(draft,
                        "/Body/paths/~1appointments/post/x-amazon-apigateway-integration").put("passthroughBehavior",
                                "when_no_match")),
                new Break(EVERY_API_ASKS_FOR_TLS, ID, draft -> api(draft, "").put("SecurityPolicy", "TLS_1_0")),
                new Break(THE_DOCUMENT_ASKS_FOR_WHAT_THE_API_ASKS_FOR, ID,
                        draft -> api(draft, "/Body").remove("x-amazon-apigateway-endpoint-access-mode")),
                new Break(EVERY_API_IS_THROTTLED_AND_LOGGED, STAGE_ID,
                        draft -> stage(draft).remove("AccessLogSetting")),
                new Break(NO_LOG_OF_ACCESSES_HOLDS_WHAT_WAS_ASKED, STAGE_ID,
                        draft -> ((ObjectNode) stage(draft).path("AccessLogSetting")).put("Format",
                                "{\"path\":\"$context.path\"}")),
                new Break(NO_API_WRITES_MESSAGES_TO_A_LOG, STAGE_ID,
                        draft -> ((ObjectNode) stage(draft).at("/MethodSettings/0")).put("DataTraceEnabled", true)),
                new Break(NO_API_KEEPS_ANSWERS, STAGE_ID, draft -> stage(draft).put("CacheClusterEnabled", true)));
    }

    private static ObjectNode api(Draft draft, String pointer) {
        return draft.at(API, ID, pointer);
    }

    private static ObjectNode stage(Draft draft) {
        return draft.properties("AWS::ApiGateway::Stage", STAGE_ID);
    }
}
