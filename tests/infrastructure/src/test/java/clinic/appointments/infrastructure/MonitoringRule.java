package clinic.appointments.infrastructure;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
            && !alarm.properties().path("ActionsEnabled").asBoolean()));

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

    private static Stream<String> unwatched(Resources resources, Stream<Resources.Entry> watched) {
        var alarms = resources.of("AWS::CloudWatch::Alarm").toList();
        return watched.filter(entry -> alarms.stream().noneMatch(alarm -> entry.isNamedBy(alarm.properties())))
                .map(Resources.Entry::id);
    }
}
