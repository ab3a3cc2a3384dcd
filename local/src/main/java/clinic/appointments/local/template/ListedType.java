package clinic.appointments.local.template;

/**
 * The types that are no part of what runs here, each with what of it is therefore not enforced. Their properties are
 * nobody's business: whatever they say, nothing is left out that this sentence does not name.
 */
enum ListedType implements ResourceType {

    QUEUE_POLICY("AWS::SQS::QueuePolicy", "the queue policy"),
    LOG_GROUP("AWS::Logs::LogGroup", "the retention of logs and their encryption"),
    MAILS("AWS::SES::ConfigurationSet", "how e-mail travels"),
    RELEASE("AWS::CodeDeploy::Application", "the release step by step"),
    RELEASE_GROUP("AWS::CodeDeploy::DeploymentGroup", "the release step by step"),
    API_DEPLOYMENT("AWS::ApiGateway::Deployment",
            "which version of the API is deployed: it is the one in the template"),
    API_CERTIFICATE("AWS::ApiGateway::ClientCertificate", "the certificate that API Gateway shows to a server"),
    FIREWALL("AWS::WAFv2::WebACL", "what blocks requests to the API"),
    FIREWALL_ASSOCIATION("AWS::WAFv2::WebACLAssociation", "what blocks requests to the API"),
    FIREWALL_LOGGING("AWS::WAFv2::LoggingConfiguration", "what blocks requests to the API"),
    ALARM("AWS::CloudWatch::Alarm", "what watches the service"),
    COMPOSITE_ALARM("AWS::CloudWatch::CompositeAlarm", "what watches the service"),
    DASHBOARD("AWS::CloudWatch::Dashboard", "what watches the service"),
    TOPIC("AWS::SNS::Topic", "what watches the service"),
    TOPIC_POLICY("AWS::SNS::TopicPolicy", "what watches the service"),
    SUBSCRIPTION("AWS::SNS::Subscription", "what watches the service"),
    SAVED_QUERY("AWS::Logs::QueryDefinition", "what watches the service"),
    TRACE_GROUP("AWS::XRay::Group", "what watches the service"),
    SAMPLING_RULE("AWS::XRay::SamplingRule", "what watches the service");

    private final String cloudFormation;
    private final String unchecked;

    ListedType(String cloudFormation, String unchecked) {
        this.cloudFormation = cloudFormation;
        this.unchecked = unchecked;
    }

    @Override
    public String cloudFormation() {
        return cloudFormation;
    }

    /** What nothing here enforces. */
    String unchecked() {
        return unchecked;
    }
}
