package clinic.appointments.infrastructure;

import java.util.regex.Pattern;

/**
 * The rules of the packs that named resources of the service break on purpose; a rule that two packs word differently
 * counts once.
 */
enum Acknowledgement {

    NOBODY_KNOWS_THE_NAMES_BEFORE("IAM5",
            ".*Processor/Role/Permissions (Resource::\\*|.*:schedule/.*|.*/smoke-\\*.*)|"
                    + "AppointmentData/TableBackups/Role/Permissions Resource::<\\w+Table.Arn>/backup/\\*",
            """
                    X-Ray's actions support no resources. A schedule is named after its reminder, in a named group, and \
                    DynamoDB names a backup below its table. The smoke test's ids are new each time, and no client may \
                    use ids that begin like them. PermissionRule rejects every other wildcard."""),
    ANSWERS_ABOUT_PATIENTS_ARE_NOT_KEPT("APIGWCacheEnabledAndEncrypted", ".*/AppointmentApi/DeploymentStage.live",
            """
                    The rule requires a cache, which would store responses about patients outside the tables; ApiRule \
                    rejects any cache."""),
    THE_DOCUMENT_HAS_THE_VALIDATOR("APIG2", "AppointmentService/AppointmentApi", """
            The rule looks for a validator resource. The OpenAPI document contains the validator; ApiRule requires it \
            there, for bodies and parameters."""),
    THE_QUEUE_HAS_THE_DEAD_LETTERS("LambdaDLQ", ".*Processor", """
            Lambda uses a function's own dead-letter queue only for asynchronous invocations. The smoke test alone has \
            them: the next run follows in minutes, and the missing metric of a lost one sets off an alarm. \
            QueueRule requires a dead-letter queue for each work queue."""),
    SOURCES_ARE_QUEUES("LambdaEventSourceMappingDestination", ".*Processor/.*Source", """
            A queue keeps failed messages and moves them to its dead-letter queue; an SQS event source supports no \
            destination."""),
    FUNCTIONS_REACH_ONLY_AWS("LambdaInsideVPC", ".*Processor", """
            The functions call only the public, authenticated endpoints of AWS. A VPC would add endpoints in two zones \
            for each of six services, and protect nothing that the roles do not already protect."""),
    DEAD_LETTERS_STAY("SQS3|SQSRedrivePolicy", "Appointment(Data|Monitoring)/(\\w+/)?\\w*DLQ",
            """
                    A dead-letter queue is the last stop, where people look at the messages. \
                    EventBridge Scheduler and SNS send to two of them, so the packs do not recognize these as \
                    dead-letter queues.""");

    private final String rules;
    private final Pattern findings;
    private final String reason;

    Acknowledgement(String rules, String findings, String reason) {
        this.rules = rules;
        this.findings = Pattern.compile(findings);
        this.reason = reason;
    }

    /** Names of the rules, without their packs. */
    String rules() {
        return rules.replace("|", " and ");
    }

    String reason() {
        return reason;
    }

    boolean covers(RulePacks.Finding finding) {
        var text = finding.resource() + (finding.detail().isEmpty() ? "" : " " + finding.detail());
        return finding.rule().matches(".*-(" + rules + ")") && findings.matcher(text).matches();
    }
}
