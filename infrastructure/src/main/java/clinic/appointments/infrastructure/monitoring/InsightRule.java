package clinic.appointments.infrastructure.monitoring;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import clinic.appointments.contract.LogEvent;
import clinic.appointments.contract.LogKey;
import clinic.appointments.message.Effect;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.services.cloudwatch.CfnInsightRule;
import software.amazon.awscdk.services.logs.ILogGroup;
import software.constructs.Construct;

/**
 * The rules of Contributor Insights, which count log lines by the id that they concern: an alarm's metric
 * has no ids (CloudWatch: "Use Contributor Insights to analyze high-cardinality data").
 */
enum InsightRule {

    AFFECTED_APPOINTMENTS("affected-appointments", LogKey.APPOINTMENT_ID, LogKey.MESSAGE, Failures.EVENTS),
    AFFECTED_REQUESTS("affected-requests", LogKey.REQUEST_ID, LogKey.MESSAGE, Failures.EVENTS),
    UNREACHED_PATIENTS("unreached-patients", LogKey.PATIENT_ID, LogKey.REASON,
            List.of(Effect.SKIPPED_UNDELIVERABLE.name(), Effect.PATIENT_MARKED.name()));

    private final String title;
    private final LogKey id;
    private final LogKey counted;
    private final List<String> values;

    /**
     * @param counted key whose value decides whether a line counts
     * @param values at most ten (CloudWatch: "Contributor Insights rule syntax")
     */
    InsightRule(String title, LogKey id, LogKey counted, List<String> values) {
        this.title = title;
        this.id = id;
        this.counted = counted;
        this.values = values;
    }

    /** The events of work that did not succeed. */
    private static final class Failures {

        private static final List<String> EVENTS = Stream.of(LogEvent.MESSAGE_FAILED, LogEvent.MESSAGE_REFUSED,
                LogEvent.MESSAGE_GIVEN_UP, LogEvent.MESSAGE_GIVEN_UP_UNDECIDED, LogEvent.MESSAGE_DEAD_LETTERED,
                LogEvent.REMINDER_PUT_OFF, LogEvent.LETTER_NOT_COMPOSED).map(LogEvent::text).toList();
    }

    /** Name of the rule in the stage of a construct. */
    String name(Construct place) {
        return Stage.of(place).getStageName() + "-" + title;
    }

    /** Adds the rule over these logs. */
    void addTo(Construct scope, Stream<? extends ILogGroup> logs) {
        CfnInsightRule.Builder.create(scope, title).ruleName(name(scope)).ruleState("ENABLED")
                .ruleBody(Stack.of(scope).toJsonString(body(logs.map(ILogGroup::getLogGroupName).toList()))).build();
    }

    private Map<String, Object> body(List<String> logs) {
        return ordered(Map.of("Schema", ordered(Map.of("Name", "CloudWatchLogRule", "Version", 1)), "LogGroupNames",
                logs, "LogFormat", "JSON", "AggregateOn", "Count", "Contribution",
                ordered(Map.of("Keys", List.of(path(id)), "Filters",
                        List.of(ordered(Map.of("Match", path(counted), "In", values)),
                                ordered(Map.of("Match", path(id), "IsPresent", true)))))));
    }

    /** The text of the rule is part of the template. */
    private static Map<String, Object> ordered(Map<String, Object> fields) {
        return new TreeMap<>(fields);
    }

    private static String path(LogKey key) {
        return "$." + key.id();
    }
}
