package clinic.appointments.infrastructure;

import java.util.regex.Pattern;

/**
 * What named resources of the service break on purpose of the packs' rules; a question that two packs ask in different
 * words counts once.
 */
enum Acknowledgement {

    TRACES_AND_SCHEDULES_HAVE_NO_KNOWN_NAMES("IAM5", ".*Processor(Role)?/DefaultPolicy (Resource::\\*|.*:schedule/.*)",
            """
                    X-Ray's calls name no resource. A schedule is named after its reminder, in a group that is named; \
                    PermissionRule refuses every other wildcard."""),
    POLICIES_STAND_BESIDE_THEIR_ROLE("IAMNoInlinePolicy", ".*Role/DefaultPolicy", """
            Each policy belongs to one role and goes with it. docs/iam.md lists every permission."""),
    CONSUMERS_ARE_LIMITED_BY_THEIR_QUEUE("LambdaConcurrency", ".*Processor", """
            The event source limits how many invocations a queue causes, without taking any from other functions; \
            QueueRule asks for that limit. Queries may use what is left."""),
    ANSWERS_ABOUT_PATIENTS_ARE_NOT_KEPT("APIGWCacheEnabledAndEncrypted", ".*/AppointmentApi/DeploymentStage.live",
            """
                    The rule wants a cache. One would hold answers about patients outside of the tables; ApiRule refuses any."""),
    THE_QUEUE_HAS_THE_DEAD_LETTERS("LambdaDLQ", ".*Processor", """
            Lambda sends to a function's own dead-letter queue only what was invoked asynchronously: here nothing is. \
            QueueRule asks for one behind each work queue."""),
    SOURCES_ARE_QUEUES("LambdaEventSourceMappingDestination", ".*Processor/.*Source", """
            A queue keeps what failed and moves it to its dead-letter queue: an event source of SQS takes no \
            destination."""),
    FUNCTIONS_REACH_ONLY_AWS("LambdaInsideVPC", ".*Processor", """
            The functions call AWS by its public, authenticated endpoints and nothing else; a network of our own would \
            add endpoints in two zones for each of six services, and protect nothing that the roles do not."""),
    DEAD_LETTERS_STAY("SQS3|SQSRedrivePolicy|SNSRedrivePolicy",
            "AppointmentData/\\w+DLQ|AppointmentMonitoring/Pages/.*",
            """
                    A dead-letter queue is the last stop: what lies there is looked at. To the one of the schedules EventBridge \
                    Scheduler sends, so that it does not look like one. A page that SNS cannot mail for six hours is not worth \
                    keeping: the alarm is still on."""),
    ONE_TROUBLE_IS_ONE_CALL("CloudWatchAlarmAction",
            "AppointmentService/.*Release(Errors|FailedMessages)|AppointmentMonitoring/(?!Page$).*",
            """
                    The composite alarm Page calls for all alarms of its stack. CodeDeploy watches those of a release and takes it \
                    back; nobody is called for that.""");

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
