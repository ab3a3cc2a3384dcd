package clinic.appointments.local.template;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resource types that this machine boots, each with the properties that it reads; every type may have tags. Any
 * other property fails the boot, because ignoring it in silence would hide a difference from AWS.
 */
enum BootedType implements ResourceType {

    TABLE("AWS::DynamoDB::GlobalTable", "AttributeDefinitions", "BillingMode", "GlobalSecondaryIndexes", "KeySchema",
            "Replicas", "SSESpecification", "TimeToLiveSpecification"),
    QUEUE("AWS::SQS::Queue", "DelaySeconds", "KmsMasterKeyId", "MessageRetentionPeriod", "RedriveAllowPolicy",
            "RedrivePolicy", "VisibilityTimeout"),
    KEY("AWS::KMS::Key", "BypassPolicyLockoutSafetyCheck", "Description", "EnableKeyRotation", "Enabled", "KeyPolicy",
            "KeySpec", "KeyUsage", "MultiRegion", "Origin", "PendingWindowInDays", "RotationPeriodInDays"),
    ROLE("AWS::IAM::Role", "AssumeRolePolicyDocument", "Description"),
    POLICY("AWS::IAM::Policy", "PolicyDocument", "PolicyName", "Roles"),
    MANAGED_POLICY("AWS::IAM::ManagedPolicy", "Description", "Path", "PolicyDocument", "Roles"),
    FUNCTION("AWS::Lambda::Function", "Architectures", "Code", "Description", "Environment", "Handler", "KmsKeyArn",
            "LoggingConfig", "MemorySize", "ReservedConcurrentExecutions", "Role", "Runtime", "SnapStart", "Timeout",
            "TracingConfig"),
    VERSION("AWS::Lambda::Version", "FunctionName"),
    ALIAS("AWS::Lambda::Alias", "FunctionName", "FunctionVersion", "Name"),
    EVENT_SOURCE("AWS::Lambda::EventSourceMapping", "BatchSize", "EventSourceArn", "FunctionName",
            "FunctionResponseTypes", "ScalingConfig"),
    EVENT_DESTINATION("AWS::SES::ConfigurationSetEventDestination", "ConfigurationSetName", "EventDestination"),
    SUBSCRIPTION("AWS::SNS::Subscription", "Endpoint", "Protocol", "RawMessageDelivery", "RedrivePolicy", "TopicArn"),
    SCHEDULE_GROUP("AWS::Scheduler::ScheduleGroup", "Name"),
    SCHEDULE("AWS::Scheduler::Schedule", "FlexibleTimeWindow", "GroupName", "ScheduleExpression", "Target"),
    PERMISSION("AWS::Lambda::Permission", "Action", "FunctionName", "Principal", "SourceArn"),
    API("AWS::ApiGateway::RestApi", "Body", "EndpointAccessMode", "EndpointConfiguration", "Mode", "Name",
            "SecurityPolicy"),
    API_STAGE("AWS::ApiGateway::Stage", "AccessLogSetting", "ClientCertificateId", "DeploymentId", "MethodSettings",
            "RestApiId", "StageName", "TracingEnabled");

    private final String cloudFormation;
    private final Set<String> properties;

    BootedType(String cloudFormation, String... properties) {
        this.cloudFormation = cloudFormation;
        this.properties = Stream.concat(Stream.of(properties), Stream.of("Tags"))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public String cloudFormation() {
        return cloudFormation;
    }

    Set<String> properties() {
        return properties;
    }
}
