package clinic.appointments.infrastructure;

import java.util.regex.Pattern;

/**
 * What named resources of the service break on purpose of the packs' rules; a question that two packs ask in different
 * words counts once.
 */
enum Acknowledgement {

    TRACES_AND_SCHEDULES_HAVE_NO_KNOWN_NAMES("IAM5", ".*Processor/Role/Permissions (Resource::\\*|.*:schedule/.*)",
            """
                    X-Ray's calls name no resource. A schedule is named after its reminder, in a group that is named; \
                    PermissionRule refuses every other wildcard."""),
    ANSWERS_ABOUT_PATIENTS_ARE_NOT_KEPT("APIGWCacheEnabledAndEncrypted", ".*/AppointmentApi/DeploymentStage.live",
            """
                    The rule wants a cache. One would hold answers about patients outside of the tables; ApiRule refuses any."""),
    THE_DOCUMENT_HAS_THE_VALIDATOR("APIG2", "AppointmentService/AppointmentApi", """
            The rule looks for a validator of its own. Ours stands in the OpenAPI document; ApiRule asks for it there, \
            for bodies and parameters."""),
    THE_QUEUE_HAS_THE_DEAD_LETTERS("LambdaDLQ", ".*Processor", """
            Lambda sends to a function's own dead-letter queue only what was invoked asynchronously: here nothing is. \
            QueueRule asks for one behind each work queue."""),
    SOURCES_ARE_QUEUES("LambdaEventSourceMappingDestination", ".*Processor/.*Source", """
            A queue keeps what failed and moves it to its dead-letter queue: an event source of SQS takes no \
            destination."""),
    FUNCTIONS_REACH_ONLY_AWS("LambdaInsideVPC", ".*Processor", """
            The functions call AWS by its public, authenticated endpoints and nothing else; a network of our own would \
            add endpoints in two zones for each of six services, and protect nothing that the roles do not."""),
    DEAD_LETTERS_STAY("SQS3|SQSRedrivePolicy", "Appointment(Data|Monitoring)/(\\w+/)?\\w*DLQ",
            """
                    A dead-letter queue is the last stop: what lies there is looked at. To two of them EventBridge Scheduler and \
                    SNS send, so that they do not look like one.""");

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
