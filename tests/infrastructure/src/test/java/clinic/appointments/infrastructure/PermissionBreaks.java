package clinic.appointments.infrastructure;

import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import static clinic.appointments.infrastructure.PermissionRule.*;

/** Mistakes about who may do what. */
final class PermissionBreaks {

    private static final String ROLE = "AWS::IAM::Role";
    private static final String QUERY = "AppointmentQueryProcessorRole";
    private static final String CONFIRMATION = "AppointmentConfirmationProcessorRole";
    private static final String REMINDER = "AppointmentReminderProcessorRole";
    private static final String SCHEDULE = "ReminderSchedulesRole";

    private PermissionBreaks() {
    }

    static Stream<Break> all() {
        return Stream.of(
                new Break(NO_PERMISSION_NAMES_ACTIONS_BY_WILDCARD, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("Action", "dynamodb:*")),
                new Break(NO_PERMISSION_NAMES_ACTIONS_BY_WILDCARD, QUERY, PermissionBreaks::addInlineWildcard),
                new Break(NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("Resource", "*")),
                new Break(NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD, CONFIRMATION,
                        draft -> draft.permission(CONFIRMATION, "scheduler:").put("Resource",
                                "arn:aws:scheduler:eu-central-1:1:schedule/*")),
                new Break(NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("Resource",
                                "arn:aws:dynamodb:eu-central-1:1:table/*/backup/*")),
                new Break(NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("Action", "execute-api:Invoke")
                                .put("Resource", "arn:aws:execute-api:eu-central-1:1:api/live/GET/patients/*")),
                new Break(NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("Action", "execute-api:Invoke")
                                .put("Resource", "arn:aws:execute-api:eu-central-1:1:*/live/GET/patients/smoke-*")),
                new Break(NO_STATEMENT_SPEAKS_BY_EXCEPTION, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("NotAction", "iam:*")),
                new Break(A_ROLE_IS_PASSED_ONLY_TO_THE_SCHEDULER_AND_ONE_AT_A_TIME, CONFIRMATION,
                        draft -> draft.permission(CONFIRMATION, "iam:").remove("Condition")),
                new Break(A_ROLE_IS_PASSED_ONLY_TO_THE_SCHEDULER_AND_ONE_AT_A_TIME, CONFIRMATION,
                        draft -> draft.permission(CONFIRMATION, "iam:").put("Resource", "arn:aws:iam::1:role/other")),
                new Break(MAIL_IS_SENT_AS_ONE_ADDRESS_WITH_ONE_CONFIGURATION_SET, REMINDER,
                        draft -> draft.permission(REMINDER, "ses:").put("Resource",
                                "arn:aws:ses:eu-central-1:1:identity/*")),
                new Break(MAIL_IS_SENT_AS_ONE_ADDRESS_WITH_ONE_CONFIGURATION_SET, REMINDER,
                        draft -> draft.permission(REMINDER, "ses:").remove("Condition")),
                new Break(SES_ONLY_SENDS, REMINDER,
                        draft -> draft.permission(REMINDER, "ses:").put("Action", "ses:SendBulkEmail")),
                new Break(THE_KEY_IS_USED_THROUGH_A_SERVICE, QUERY,
                        draft -> draft.permission(QUERY, "kms:Decrypt").remove("Condition")),
                new Break(A_ROLE_IS_TAKEN_ON_BY_ONE_SERVICE, QUERY,
                        draft -> trust(draft, QUERY).putObject("Principal").put("AWS", "arn:aws:iam::1:root")),
                new Break(THE_SCHEDULER_ACTS_FOR_ONE_GROUP_OF_THIS_ACCOUNT, SCHEDULE,
                        draft -> ((ObjectNode) trust(draft, SCHEDULE).at("/Condition/StringEquals"))
                                .remove("aws:SourceArn")),
                new Break(THE_SCHEDULER_ACTS_FOR_ONE_GROUP_OF_THIS_ACCOUNT, SCHEDULE,
                        draft -> trust(draft, SCHEDULE).remove("Condition")),
                new Break(THE_SCHEDULE_ROLE_ONLY_SENDS_OR_INVOKES, SCHEDULE,
                        draft -> draft.permission(SCHEDULE, "sqs:").put("Action", "sqs:ReceiveMessage")),
                new Break(NO_ROLE_TAKES_A_POLICY_OF_AWS, QUERY,
                        draft -> draft.properties(ROLE, QUERY).putArray("ManagedPolicyArns")
                                .add("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole")),
                new Break(NO_POLICY_IS_LONGER_THAN_IAM_TAKES, QUERY,
                        draft -> draft.permission(QUERY, "dynamodb:Query").put("Resource", "x".repeat(6144))),
                new Break(NOBODY_READS_WHAT_THE_LOGS_MASK, QUERY,
                        draft -> draft.permission(QUERY, "logs:").put("Action", "logs:Unmask")),
                new Break(NO_POLICY_OF_A_RESOURCE_ALLOWS_EVERYBODY, "Open",
                        draft -> draft.add("Open", "AWS::SQS::QueuePolicy",
                                """
                                        {"PolicyDocument": {"Statement": [
                                        {"Effect": "Allow", "Principal": {"AWS": "*"}}]}}""")),
                new Break(A_SERVICE_USES_A_RESOURCE_FOR_THIS_ACCOUNT_ONLY, "DataKey",
                        draft -> draft.properties("AWS::KMS::Key", "DataKey").withObject("/KeyPolicy")
                                .withArray("Statement").addObject().put("Effect", "Allow").putObject("Principal")
                                .put("Service", "scheduler.amazonaws.com")));
    }

    private static ObjectNode trust(Draft draft, String role) {
        return draft.at(ROLE, role, "/AssumeRolePolicyDocument/Statement/0");
    }

    private static void addInlineWildcard(Draft draft) {
        draft.properties(ROLE, QUERY).set("Policies", Draft
                .json("""
                        [{"PolicyDocument": {"Statement": \
                        {"Effect": "Allow", "Action": "*", "Resource": "arn:aws:sqs:1"}}}]"""));
    }
}
