package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import static clinic.appointments.infrastructure.ApiRule.*;

/** Mistakes about the HTTP API. */
final class ApiBreaks {

    private static final String API = "AWS::ApiGateway::RestApi";

    private ApiBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(EVERY_METHOD_ASKS_WHO_IS_CALLING, "Open",
                        draft -> draft.add("OpenMethod", "AWS::ApiGateway::Method", """
                                {"AuthorizationType": "NONE"}""")),
                new Break(EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING, "Open",
                        draft -> draft.add("OpenApi", API, """
                                {"Body": {"paths": {"/appointments": {"get": {}}}}}""")),
                new Break(EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING, "Reopened",
                        draft -> draft.add("ReopenedApi", API, """
                                {"Body": {"security": [{"sigv4": []}], "paths": {"/appointments": {
                                    "post": {}, "get": {"security": []}}}, "components": {"securitySchemes": {
                                    "sigv4": {"x-amazon-apigateway-authtype": "awsSigv4"}}}}}""")),
                new Break(EVERY_OPERATION_OF_A_BODY_ASKS_WHO_IS_CALLING, "Elsewhere",
                        draft -> draft.add("Elsewhere", API, """
                                {"BodyS3Location": {"Bucket": "bucket"}}""")),
                new Break(NO_API_WRITES_MESSAGES_TO_A_LOG, "Stage",
                        draft -> draft.add("Stage", "AWS::ApiGateway::Stage", """
                                {"MethodSettings": [{"DataTraceEnabled": true}]}""")),
                new Break(NO_API_KEEPS_ANSWERS, "Stage",
                        draft -> draft.add("Stage", "AWS::ApiGateway::Stage", """
                                {"CacheClusterEnabled": true}""")));
    }
}
