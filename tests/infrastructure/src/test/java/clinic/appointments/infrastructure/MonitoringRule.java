package clinic.appointments.infrastructure;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Rules about alarms. */
enum MonitoringRule implements TemplateRule {

    EVERY_DEAD_LETTER_QUEUE_HAS_AN_ALARM(resources -> unwatched(resources, resources.deadLetterQueues())),
    EVERY_WORK_QUEUE_HAS_AN_ALARM(resources -> unwatched(resources, resources.of("AWS::SQS::Queue")
            .filter(queue -> queue.properties().has("RedrivePolicy")))),
    EVERY_FUNCTION_HAS_AN_ALARM(resources -> unwatched(resources, resources.of("AWS::Lambda::Function"))),
    EVERY_TABLE_HAS_AN_ALARM(resources -> unwatched(resources, resources.of("AWS::DynamoDB::GlobalTable"))),
    EVERY_ALARM_SAYS_WHAT_MISSING_DATA_MEANS(alarms(alarm -> !alarm.properties().has("TreatMissingData"))),
    EVERY_ALARM_NAMES_ITS_SECTION_OF_THE_RUNBOOK(
            alarms(alarm -> !alarm.properties().path("AlarmDescription").toString().contains("runbook"))),
    /** A wildcard would decide for other services of the account. */
    NO_SAMPLING_RULE_DECIDES_FOR_OTHERS(resources -> resources.of("AWS::XRay::SamplingRule")
            .filter(rule -> rule.properties().at("/SamplingRule/ServiceName").asText("*").contains("*"))
            .map(Resources.Entry::id)),
    EVERY_ALARM_CAN_BE_HEARD(alarms(alarm -> alarm.properties().has("ActionsEnabled")
            && !alarm.properties().path("ActionsEnabled").asBoolean())),
    /** A release is watched by who releases. */
    EVERY_ALARM_PAGES_ITSELF_OR_THROUGH_A_COMPOSITE(resources -> alarms(resources)
            .filter(alarm -> !isOfRelease(alarm) && !pages(resources, alarm)).map(Resources.Entry::id)),
    /** CloudWatch API: PutCompositeAlarm, AlarmRule. */
    NO_COMPOSITE_ALARM_IS_TOO_LONG(resources -> resources.of("AWS::CloudWatch::CompositeAlarm")
            .filter(MonitoringRule::isTooLong).map(Resources.Entry::id)),
    /** An idle service publishes nothing, and a sum with something missing is missing, too. */
    EVERY_EXPRESSION_OF_AN_ALARM_FILLS_IN_MISSING_DATA(resources -> resources.of("AWS::CloudWatch::Alarm")
            .filter(MonitoringRule::leavesGaps).map(Resources.Entry::id));

    /** CloudWatch API: PutCompositeAlarm. */
    private static final int MAX_RULE = 10_240;
    /** An ARN with the longest name of an alarm (CloudWatch API: PutMetricAlarm, AlarmName). */
    private static final int MAX_ARN = 320;

    private final Function<Resources, Stream<String>> breaches;

    MonitoringRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static Function<Resources, Stream<String>> alarms(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::CloudWatch::Alarm").filter(breaks).map(Resources.Entry::id);
    }

    private static Stream<Resources.Entry> alarms(Resources resources) {
        return Stream.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm").flatMap(resources::of);
    }

    private static boolean isOfRelease(Resources.Entry alarm) {
        return alarm.properties().path("AlarmDescription").asText().endsWith("#release");
    }

    private static boolean pages(Resources resources, Resources.Entry alarm) {
        return resources.of("AWS::SNS::Subscription").flatMap(mailed -> resources.of("AWS::SNS::Topic")
                .filter(topic -> topic.isNamedBy(mailed.properties().path("TopicArn"))))
                .anyMatch(topic -> topic.isNamedBy(alarm.properties().path("AlarmActions")))
                || resources.of("AWS::CloudWatch::CompositeAlarm").anyMatch(
                        composite -> alarm.isNamedBy(composite.properties().path("AlarmRule"))
                                && pages(resources, composite));
    }

    private static boolean isTooLong(Resources.Entry composite) {
        return longestText(composite.properties().path("AlarmRule")) > MAX_RULE;
    }

    /** Length of a text after deployment: each reference becomes an ARN. */
    private static int longestText(JsonNode text) {
        return text.isTextual()
                ? text.asText().length()
                : Resources.elements(text.at("/Fn::Join/1"))
                        .mapToInt(part -> part.isTextual() ? part.asText().length() : MAX_ARN).sum();
    }

    private static boolean leavesGaps(Resources.Entry alarm) {
        var queries = Resources.elements(alarm.properties().path("Metrics")).toList();
        var expression = queries.stream().map(query -> query.path("Expression").asText()).reduce("", String::concat);
        return queries.stream().filter(query -> query.has("MetricStat")).map(query -> query.path("Id").asText())
                .anyMatch(id -> !expression.isEmpty() && !expression.contains("FILL(METRICS()")
                        && !expression.contains("FILL(%s,".formatted(id)));
    }

    private static Stream<String> unwatched(Resources resources, Stream<Resources.Entry> watched) {
        var alarms = resources.of("AWS::CloudWatch::Alarm").toList();
        return watched.filter(entry -> alarms.stream().noneMatch(alarm -> entry.isNamedBy(alarm.properties())))
                .map(Resources.Entry::id);
    }
}
