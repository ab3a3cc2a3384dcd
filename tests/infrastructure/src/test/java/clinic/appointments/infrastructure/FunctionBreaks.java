package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.infrastructure.FunctionRule.*;

/** Mistakes about functions. */
final class FunctionBreaks {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final String QUERY = "AppointmentQueryProcessor";
    private static final String REMINDER = "AppointmentReminderProcessor";

    private FunctionBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(EVERY_FUNCTION_RUNS_ON_ARM_AND_JAVA_25, QUERY,
                        draft -> query(draft).put("Runtime", "java21")),
                new Break(EVERY_FUNCTION_RUNS_ON_ARM_AND_JAVA_25, QUERY, draft -> query(draft).remove("Architectures")),
                new Break(EVERY_FUNCTION_IS_TRACED, QUERY, draft -> query(draft).remove("TracingConfig")),
                new Break(EVERY_FUNCTION_HAS_A_ROLE_OF_ITS_OWN, REMINDER, draft -> share(draft, "Role")),
                new Break(EVERY_FUNCTION_HAS_A_LOG_GROUP_OF_ITS_OWN, REMINDER, draft -> share(draft, "LoggingConfig")),
                new Break(EVERY_FUNCTION_HAS_A_LOG_GROUP_OF_ITS_OWN, QUERY,
                        draft -> query(draft).remove("LoggingConfig")),
                new Break(EVERY_ENVIRONMENT_IS_ENCRYPTED_WITH_THE_KEY, QUERY,
                        draft -> query(draft).remove("KmsKeyArn")),
                new Break(NO_VARIABLE_HOLDS_A_SECRET, QUERY, draft -> variables(draft).put("MAIL_PASSWORD", "mail")),
                new Break(NO_VARIABLE_HOLDS_A_SECRET, QUERY,
                        draft -> variables(draft).put("LOG_LEVEL", "{{resolve:secretsmanager:mail}}")),
                new Break(NO_VARIABLE_HOLDS_PERSONAL_DATA, QUERY,
                        draft -> variables(draft).put("TEST_PATIENT", "jane@patients.example")),
                new Break(NO_FUNCTION_HAS_AN_ADDRESS_OF_ITS_OWN, "Address",
                        draft -> draft.add("Address", "AWS::Lambda::Url", "{}")),
                new Break(EVERY_INVOKER_OF_A_FUNCTION_IS_NAMED, "AnyApi",
                        draft -> draft.add("AnyApi", "AWS::Lambda::Permission", """
                                {"Principal": "apigateway.amazonaws.com"}""")),
                new Break(EVERY_INVOKER_OF_A_FUNCTION_IS_NAMED, "Anybody",
                        draft -> draft.add("Anybody", "AWS::Lambda::Permission", """
                                {"Principal": "*", "SourceArn": "arn:aws:sns:eu-central-1:1:topic"}""")),
                new Break(EVERY_LOG_GROUP_IS_ENCRYPTED_WITH_THE_KEY, QUERY,
                        draft -> draft.properties("AWS::Logs::LogGroup", QUERY).remove("KmsKeyId")),
                new Break(VERSIONS_OUTLIVE_ALL_BUT_A_FAILED_DEPLOYMENT, QUERY,
                        draft -> ((ObjectNode) draft.resources().path(draft.id("AWS::Lambda::Version", QUERY)))
                                .put("DeletionPolicy", "Retain")),
                new Break(A_RELEASE_IS_JUDGED_BY_ITS_NEW_VERSION, "Errors", FunctionBreaks::releaseByAllVersions),
                new Break(A_RELEASE_ALARM_IS_NEW_FOR_EACH_VERSION, "Errors", FunctionBreaks::releaseByAllVersions),
                new Break(EVERY_LOG_GROUP_FORGETS, QUERY,
                        draft -> draft.properties("AWS::Logs::LogGroup", QUERY).remove("RetentionInDays")));
    }

    private static void releaseByAllVersions(Draft draft) {
        draft.add("Errors", "AWS::CloudWatch::Alarm", """
                {"Dimensions": [{"Name": "Resource", "Value": "query:live"}]}""");
        draft.add("Release", "AWS::CodeDeploy::DeploymentGroup", """
                {"AlarmConfiguration": {"Alarms": [{"Name": {"Ref": "Errors"}}]}}""");
    }

    private static ObjectNode query(Draft draft) {
        return draft.properties(FUNCTION, QUERY);
    }

    private static ObjectNode variables(Draft draft) {
        return draft.at(FUNCTION, QUERY, "/Environment/Variables");
    }

    private static void share(Draft draft, String property) {
        draft.properties(FUNCTION, REMINDER).set(property, query(draft).get(property));
    }
}
