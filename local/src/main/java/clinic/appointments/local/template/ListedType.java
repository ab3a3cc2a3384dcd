package clinic.appointments.local.template;

/**
 * The known resource types that do not run here, each with the behaviour that is therefore not enforced. They may
 * have any property, because none of their behaviour is imitated.
 */
enum ListedType implements ResourceType {

    QUEUE_POLICY("AWS::SQS::QueuePolicy", "the queue policy"),
    LOG_GROUP("AWS::Logs::LogGroup", "the retention of logs and their encryption"),
    MAILS("AWS::SES::ConfigurationSet", "the delivery of e-mail"),
    RELEASE("AWS::CodeDeploy::Application", "the gradual release"),
    RELEASE_GROUP("AWS::CodeDeploy::DeploymentGroup", "the gradual release"),
    API_DEPLOYMENT("AWS::ApiGateway::Deployment",
            "the deployed version of the API: it is always the one in the template"),
    API_CERTIFICATE("AWS::ApiGateway::ClientCertificate", "the certificate that API Gateway presents to a backend"),
    FIREWALL("AWS::WAFv2::WebACL", "the rules that block requests to the API"),
    FIREWALL_ASSOCIATION("AWS::WAFv2::WebACLAssociation", "the rules that block requests to the API"),
    FIREWALL_LOGGING("AWS::WAFv2::LoggingConfiguration", "the rules that block requests to the API"),
    ALARM("AWS::CloudWatch::Alarm", "monitoring"),
    COMPOSITE_ALARM("AWS::CloudWatch::CompositeAlarm", "monitoring"),
    DASHBOARD("AWS::CloudWatch::Dashboard", "monitoring"),
    TOPIC("AWS::SNS::Topic", "the encryption of what is published"),
    TOPIC_POLICY("AWS::SNS::TopicPolicy", "the topic policy"),
    SAVED_QUERY("AWS::Logs::QueryDefinition", "monitoring"),
    INSIGHT_RULE("AWS::CloudWatch::InsightRule", "monitoring"),
    TRACE_GROUP("AWS::XRay::Group", "monitoring"),
    SAMPLING_RULE("AWS::XRay::SamplingRule", "monitoring");

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

    /** The behaviour that is not enforced here. */
    String unchecked() {
        return unchecked;
    }
}
