package clinic.appointments.infrastructure;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static clinic.appointments.infrastructure.Resources.elements;

/** Rules about who may do what. */
enum PermissionRule implements TemplateRule {

    NO_PERMISSION_NAMES_ACTIONS_BY_WILDCARD(
            statements(statement -> statement.value().path("Action").toString().contains("*"))),
    /**
     * X-Ray's calls name no resource; schedules and backups have names that nobody knows before, in a group and of a
     * table that are known. The smoke test's ids are new each time, and begin with what no other id begins with.
     */
    NO_PERMISSION_NAMES_RESOURCES_BY_WILDCARD(statements(statement -> statement.resource().contains("*")
            && !isTracing(statement) && !isScheduleOfAGroup(statement) && !isBackupOfATable(statement)
            && !isPathOfSmokeIds(statement))),
    NO_STATEMENT_SPEAKS_BY_EXCEPTION(resources -> Stream
            .of(resources.statements(), resources.trusts(), resources.resourcePolicies()).flatMap(all -> all)
            .filter(statement -> Stream.of("NotAction", "NotResource", "NotPrincipal").anyMatch(statement.value()::has))
            .map(Resources.Statement::id)),
    A_ROLE_IS_PASSED_ONLY_TO_THE_SCHEDULER_AND_ONE_AT_A_TIME(statements(statement -> statement.allows("iam:")
            && !(statement.value().path("Action").asText().equals("iam:PassRole")
                    && statement.value().at("/Resource/Fn::GetAtt/1").asText().equals("Arn")
                    && statement.condition().at("/StringEquals/iam:PassedToService").asText()
                            .equals("scheduler.amazonaws.com")))),
    SES_ONLY_SENDS(statements(statement -> statement.allows("ses:") && elements(statement.value().path("Action"))
            .anyMatch(action -> !Set.of("ses:SendEmail", "ses:SendRawEmail").contains(action.asText())))),
    MAIL_IS_SENT_AS_ONE_ADDRESS_WITH_ONE_CONFIGURATION_SET(resources -> resources.statements()
            .filter(statement -> statement.allows("ses:")).collect(Collectors.groupingBy(Resources.Statement::id))
            .entrySet().stream().filter(policy -> policy.getValue().size() != 2
                    || policy.getValue().stream().filter(PermissionRule::isAsOneAddress).count() != 1
                    || policy.getValue().stream().filter(PermissionRule::isWithOneConfigurationSet).count() != 1)
            .map(Map.Entry::getKey)),
    /** A function asks one key by itself, and for one thing. KMS: "kms:ViaService". */
    THE_KEY_IS_USED_THROUGH_A_SERVICE(statements(statement -> statement.allows("kms:") && !isForCodes(statement)
            && !statement.condition().at("/StringEquals/kms:ViaService").asText().endsWith(".amazonaws.com"))),
    A_ROLE_IS_TAKEN_ON_BY_ONE_SERVICE(trusts(
            statement -> !statement.value().at("/Principal/Service").asText().endsWith(".amazonaws.com")
                    || statement.value().path("Principal").size() != 1)),
    /** EventBridge Scheduler: "Confused deputy prevention". */
    THE_SCHEDULER_ACTS_FOR_ONE_GROUP_OF_THIS_ACCOUNT(trusts(statement -> statement.value().at("/Principal/Service")
            .asText().equals("scheduler.amazonaws.com")
            && !(statement.condition().at("/StringEquals/aws:SourceAccount/Ref").asText().equals("AWS::AccountId")
                    && statement.condition().at("/StringEquals/aws:SourceArn/Fn::GetAtt/1").asText().equals("Arn")))),
    THE_SCHEDULE_ROLE_ONLY_SENDS_OR_INVOKES(resources -> resources.of("AWS::IAM::Role")
            .filter(role -> role.properties().path("AssumeRolePolicyDocument").toString()
                    .contains("\"scheduler.amazonaws.com\""))
            .flatMap(role -> Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy").flatMap(resources::of)
                    .filter(policy -> role.isNamedBy(policy.properties().path("Roles"))))
            .filter(policy -> elements(policy.properties().at("/PolicyDocument/Statement"))
                    .flatMap(statement -> elements(statement.path("Action"))).map(JsonNode::asText)
                    .anyMatch(action -> !Set.of("sqs:SendMessage", "lambda:InvokeFunction").contains(action)
                            && !action.startsWith("kms:")))
            .map(Resources.Entry::id)),
    /** What CodeDeploy needs changes with its console: AWS keeps that policy. */
    NO_ROLE_TAKES_A_POLICY_OF_AWS(resources -> resources.of("AWS::IAM::Role")
            .filter(role -> elements(role.properties().path("ManagedPolicyArns")).anyMatch(
                    policy -> !policy.toString().contains("service-role/AWSCodeDeployRoleForLambda")))
            .map(Resources.Entry::id)),
    /** IAM: "IAM and AWS STS quotas"; a reference is about as long as what it stands for. */
    NO_POLICY_IS_LONGER_THAN_IAM_TAKES(resources -> resources.of("AWS::IAM::ManagedPolicy")
            .filter(policy -> policy.properties().path("PolicyDocument").toString().length() > 6144)
            .map(Resources.Entry::id)),
    NOBODY_READS_WHAT_THE_LOGS_MASK(statements(statement -> statement.allows("logs:Unmask"))),
    /** The only statement that applies to everybody refuses plain text. */
    NO_POLICY_OF_A_RESOURCE_ALLOWS_EVERYBODY(resources -> resources.resourcePolicies()
            .filter(statement -> statement.value().path("Effect").asText().equals("Allow")
                    && statement.value().path("Principal").toString().matches("\"\\*\"|\\{\"AWS\":\"\\*\"}"))
            .map(Resources.Statement::id)),
    /** The service could act for a stranger otherwise: whose resource it is must be asked. */
    A_SERVICE_USES_A_RESOURCE_FOR_THIS_ACCOUNT_ONLY(resources -> resources.resourcePolicies()
            .filter(statement -> statement.value().path("Principal").has("Service")
                    && !statement.condition().toString().contains("AWS::AccountId")
                    && resources.all().noneMatch(own -> own.isNamedBy(statement.condition())))
            .map(Resources.Statement::id));

    private final Function<Resources, Stream<String>> breaches;

    PermissionRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static Function<Resources, Stream<String>> statements(Predicate<Resources.Statement> breaks) {
        return resources -> resources.statements().filter(breaks).map(Resources.Statement::id);
    }

    private static Function<Resources, Stream<String>> trusts(Predicate<Resources.Statement> breaks) {
        return resources -> resources.trusts().filter(breaks).map(Resources.Statement::id);
    }

    private static boolean isForCodes(Resources.Statement statement) {
        return statement.value().path("Action").asText().equals("kms:GenerateMac")
                && statement.resource().contains("FingerprintKey")
                && statement.condition().at("/StringEquals/kms:MacAlgorithm").asText().equals("HMAC_SHA_256");
    }

    private static boolean isTracing(Resources.Statement statement) {
        return statement.value().path("Action").toString()
                .equals("[\"xray:PutTelemetryRecords\",\"xray:PutTraceSegments\"]");
    }

    private static boolean isScheduleOfAGroup(Resources.Statement statement) {
        return elements(statement.value().path("Action")).allMatch(action -> action.asText().startsWith("scheduler:"))
                && elements(statement.value().path("Resource")).allMatch(resource -> resource.toString()
                        .matches(".*:schedule/\",\\{\"Ref\":\"[A-Za-z0-9]+\"},\"/\\*\"]]}"));
    }

    private static boolean isBackupOfATable(Resources.Statement statement) {
        return statement.value().path("Action").toString()
                .equals("[\"dynamodb:DeleteBackup\",\"dynamodb:DescribeBackup\"]")
                && elements(statement.value().path("Resource")).allMatch(PermissionRule::isBelowATable);
    }

    /** One operation of one API for ids with the prefix, or the operation whose ids are in its body. */
    private static boolean isPathOfSmokeIds(Resources.Statement statement) {
        return statement.value().path("Action").asText().equals("execute-api:Invoke")
                && elements(statement.value().path("Resource")).allMatch(resource -> resource.toString().matches(
                        ".*\\{\"Ref\":\"\\w+\"},\"/live/[A-Z]+/(\\w+/smoke-\\*(/\\w+)?|appointments)\"]]}"));
    }

    private static boolean isBelowATable(JsonNode resource) {
        return resource.at("/Fn::Join/1/0/Fn::GetAtt/0").asText().endsWith("Table")
                && resource.at("/Fn::Join/1/1").asText().equals("/backup/*");
    }

    private static boolean isAsOneAddress(Resources.Statement statement) {
        return statement.value().path("Resource").isObject() && statement.resource().contains(":identity/")
                && statement.condition().at("/StringEquals/ses:FromAddress").asText().contains("@");
    }

    private static boolean isWithOneConfigurationSet(Resources.Statement statement) {
        return statement.value().path("Resource").isObject()
                && statement.resource().matches(".*:configuration-set/\",\\{\"Ref\":\"[A-Za-z0-9]+\"}]]}");
    }
}
