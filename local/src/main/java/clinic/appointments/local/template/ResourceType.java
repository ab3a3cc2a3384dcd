package clinic.appointments.local.template;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The resource types that this machine knows, each with the properties that it looks at; any may carry tags. */
enum ResourceType {

    KEY("AWS::KMS::Key", "Description", "EnableKeyRotation", "KeyPolicy", "PendingWindowInDays"),
    TABLE("AWS::DynamoDB::GlobalTable", "AttributeDefinitions", "BillingMode", "GlobalSecondaryIndexes", "KeySchema",
            "Replicas", "SSESpecification", "TimeToLiveSpecification"),
    QUEUE("AWS::SQS::Queue", "DelaySeconds", "KmsMasterKeyId", "MessageRetentionPeriod", "RedriveAllowPolicy",
            "RedrivePolicy", "VisibilityTimeout"),
    QUEUE_POLICY("AWS::SQS::QueuePolicy", "PolicyDocument", "Queues"),
    ROLE("AWS::IAM::Role", "AssumeRolePolicyDocument", "Description"),
    POLICY("AWS::IAM::Policy", "PolicyDocument", "PolicyName", "Roles"),
    MANAGED_POLICY("AWS::IAM::ManagedPolicy", "Description", "Path", "PolicyDocument", "Roles"),
    LOG_GROUP("AWS::Logs::LogGroup", "DataProtectionPolicy", "KmsKeyId", "LogGroupName", "RetentionInDays"),
    FUNCTION("AWS::Lambda::Function", "Architectures", "Code", "Description", "Environment", "Handler", "KmsKeyArn",
            "LoggingConfig", "MemorySize", "ReservedConcurrentExecutions", "Role", "Runtime", "SnapStart", "Timeout",
            "TracingConfig"),
    VERSION("AWS::Lambda::Version", "FunctionName"),
    ALIAS("AWS::Lambda::Alias", "FunctionName", "FunctionVersion", "Name"),
    EVENT_SOURCE("AWS::Lambda::EventSourceMapping", "BatchSize", "EventSourceArn", "FunctionName",
            "FunctionResponseTypes", "ScalingConfig"),
    SCHEDULE_GROUP("AWS::Scheduler::ScheduleGroup", "Name"),
    SCHEDULE("AWS::Scheduler::Schedule", "FlexibleTimeWindow", "GroupName", "ScheduleExpression", "Target"),
    MAILS("AWS::SES::ConfigurationSet", "DeliveryOptions", "ReputationOptions", "SuppressionOptions"),
    PERMISSION("AWS::Lambda::Permission", "Action", "FunctionName", "Principal", "SourceArn"),
    API("AWS::ApiGateway::RestApi", "Body", "EndpointAccessMode", "EndpointConfiguration", "Mode", "Name",
            "SecurityPolicy"),
    API_DEPLOYMENT("AWS::ApiGateway::Deployment", "Description", "RestApiId"),
    API_STAGE("AWS::ApiGateway::Stage", "AccessLogSetting", "ClientCertificateId", "DeploymentId", "MethodSettings",
            "RestApiId", "StageName", "TracingEnabled"),
    API_CERTIFICATE("AWS::ApiGateway::ClientCertificate"),
    FIREWALL("AWS::WAFv2::WebACL", "DefaultAction", "Rules", "Scope", "VisibilityConfig"),
    FIREWALL_ASSOCIATION("AWS::WAFv2::WebACLAssociation", "ResourceArn", "WebACLArn"),
    FIREWALL_LOGGING("AWS::WAFv2::LoggingConfiguration", "LogDestinationConfigs", "RedactedFields", "ResourceArn"),
    RELEASE("AWS::CodeDeploy::Application", "ComputePlatform"),
    RELEASE_GROUP("AWS::CodeDeploy::DeploymentGroup", "AlarmConfiguration", "ApplicationName",
            "AutoRollbackConfiguration", "DeploymentConfigName", "DeploymentStyle", "ServiceRoleArn"),
    ALARM("AWS::CloudWatch::Alarm", "AlarmActions", "AlarmDescription", "ComparisonOperator", "Dimensions",
            "EvaluationPeriods", "ExtendedStatistic", "MetricName", "Metrics", "Namespace", "OKActions", "Period",
            "Statistic", "Threshold", "ThresholdMetricId",
            "TreatMissingData"),
    COMPOSITE_ALARM("AWS::CloudWatch::CompositeAlarm", "AlarmActions", "AlarmDescription", "AlarmName", "AlarmRule",
            "OKActions"),
    DASHBOARD("AWS::CloudWatch::Dashboard", "DashboardBody", "DashboardName"),
    TOPIC("AWS::SNS::Topic", "KmsMasterKeyId"),
    TOPIC_POLICY("AWS::SNS::TopicPolicy", "PolicyDocument", "Topics"),
    SUBSCRIPTION("AWS::SNS::Subscription", "Endpoint", "Protocol", "RedrivePolicy", "TopicArn"),
    SAVED_QUERY("AWS::Logs::QueryDefinition", "LogGroupNames", "Name", "QueryString"),
    TRACE_GROUP("AWS::XRay::Group", "FilterExpression", "GroupName", "InsightsConfiguration"),
    SAMPLING_RULE("AWS::XRay::SamplingRule", "RuleName", "SamplingRule");

    private final String cloudFormation;
    private final Set<String> properties;

    ResourceType(String cloudFormation, String... properties) {
        this.cloudFormation = cloudFormation;
        this.properties = Stream.concat(Stream.of(properties), Stream.of("Tags"))
                .collect(Collectors.toUnmodifiableSet());
    }

    static ResourceType of(String stack, String logicalId, String cloudFormation) {
        return Arrays.stream(values()).filter(type -> type.cloudFormation.equals(cloudFormation)).findFirst()
                .orElseThrow(() -> new UnsupportedTemplateException(stack, logicalId,
                        "the resource type " + cloudFormation));
    }

    Set<String> properties() {
        return properties;
    }
}
