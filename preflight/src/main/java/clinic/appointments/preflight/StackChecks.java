package clinic.appointments.preflight;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import clinic.appointments.infrastructure.AppointmentDataStack;
import clinic.appointments.infrastructure.AppointmentMonitoringStack;
import clinic.appointments.infrastructure.AppointmentServiceStack;

/** Questions about what is deployed already. */
record StackChecks(Target target, Answers answers) {

    static final String VERSION = "2010-05-15";
    private static final String PAGES = "pages";
    private static final Set<String> READY = Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE",
            "IMPORT_COMPLETE", "IMPORT_ROLLBACK_COMPLETE", "REVIEW_IN_PROGRESS");

    List<Check> all() {
        var stacks = Stream.of(AppointmentDataStack.ID, AppointmentServiceStack.ID, AppointmentMonitoringStack.ID)
                .map(target::stackName)
                .map(name -> new Check(name, "cloudformation:DescribeStacks", () -> stack(name)));
        return Stream.concat(stacks,
                Stream.of(new Check(PAGES, "sns:ListSubscriptionsByTopic", this::subscriptions))).toList();
    }

    /** Whether the functions are deployed, so that their reservations count among those of the account. */
    boolean serviceIsDeployed() {
        return state(target.stackName(AppointmentServiceStack.ID)).isPresent();
    }

    private Finding stack(String name) {
        return state(name).map(state -> READY.contains(state) ? Finding.ok(name, state) : stuck(name, state))
                .orElseGet(() -> Finding.ok(name, "not deployed yet"));
    }

    private static Finding stuck(String name, String state) {
        return Finding.missing(name, state, switch (state) {
            case "UPDATE_ROLLBACK_FAILED" -> "aws cloudformation continue-update-rollback --stack-name " + name;
            case "CREATE_FAILED", "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED" ->
                "aws cloudformation delete-stack --stack-name " + name + " (see docs/deploy.md, Destroy)";
            default -> "wait until it is done: aws cloudformation describe-stacks --stack-name " + name;
        });
    }

    private Optional<String> state(String name) {
        try {
            return answers.query(AwsService.CLOUD_FORMATION,
                    Map.of("Action", "DescribeStacks", "Version", VERSION, "StackName", name)).text("StackStatus");
        } catch (AwsRefusal refusal) {
            if (refusal.text().contains("does not exist")) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private Finding subscriptions() {
        var monitoring = target.stackName(AppointmentMonitoringStack.ID);
        if (state(monitoring).isEmpty()) {
            return Finding.ok(PAGES, "each recipient will get a mail to confirm");
        }
        var confirmed = confirmed(monitoring);
        var waiting = target.settings().alarms().recipients().stream().filter(address -> !confirmed.contains(address))
                .count();
        return waiting == 0 ? Finding.ok(PAGES, "every recipient has confirmed")
                : Finding.missing(PAGES, waiting + " recipients have not confirmed, and nobody pages them",
                        "confirm the mail of AWS Notifications; if it is older than three days: aws sns subscribe "
                                + "--protocol email --topic-arn TOPIC --notification-endpoint ADDRESS");
    }

    private Set<String> confirmed(String stack) {
        return topics(stack).flatMap(this::confirmedBy).collect(Collectors.toSet());
    }

    private Stream<String> topics(String stack) {
        return answers.query(AwsService.CLOUD_FORMATION,
                Map.of("Action", "DescribeStackResources", "Version", VERSION, "StackName", stack)).all("member")
                .stream().filter(member -> member.text("ResourceType").equals(Optional.of("AWS::SNS::Topic")))
                .flatMap(member -> member.text("PhysicalResourceId").stream());
    }

    private Stream<String> confirmedBy(String topic) {
        return answers.query(AwsService.SNS,
                Map.of("Action", "ListSubscriptionsByTopic", "Version", "2010-03-31", "TopicArn", topic))
                .all("member").stream()
                .filter(member -> member.text("SubscriptionArn").filter(arn -> arn.startsWith("arn:")).isPresent())
                .flatMap(member -> member.text("Endpoint").stream());
    }
}
