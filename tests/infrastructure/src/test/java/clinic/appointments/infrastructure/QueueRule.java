package clinic.appointments.infrastructure;

import java.util.ArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Rules about queues and what they feed. */
enum QueueRule implements TemplateRule {

    SOURCES_REPORT_FAILURES_MESSAGE_BY_MESSAGE(resources -> resources.of("AWS::Lambda::EventSourceMapping")
            .filter(source -> !source.properties().path("FunctionResponseTypes").toString()
                    .equals("[\"ReportBatchItemFailures\"]"))
            .map(Resources.Entry::id)),
    /** Lambda: "Configuring maximum concurrency for Amazon SQS event sources". */
    SOURCES_ARE_LIMITED_IN_CONCURRENCY(resources -> resources.of("AWS::Lambda::EventSourceMapping").filter(source -> {
        var limit = source.properties().at("/ScalingConfig/MaximumConcurrency").asInt();
        return limit < 2 || limit > 1000;
    }).map(Resources.Entry::id)),
    /**
     * Refused invocations count as receives (Lambda: "Configuring maximum concurrency for Amazon SQS event sources").
     */
    NO_QUEUE_CAUSES_MORE_INVOCATIONS_THAN_ARE_RESERVED(resources -> resources.of("AWS::Lambda::EventSourceMapping")
            .filter(source -> source.properties().at("/ScalingConfig/MaximumConcurrency")
                    .asInt(Integer.MAX_VALUE) > resources.function(source.properties().path("FunctionName"))
                            .path("ReservedConcurrentExecutions").asInt())
            .map(Resources.Entry::id)),
    /** Lambda: "Creating and configuring an Amazon SQS event source mapping". */
    A_MESSAGE_STAYS_HIDDEN_FOR_SIX_TIMEOUTS(sources(source -> source.queue().path("VisibilityTimeout").asInt(30) < 6
            * source.function().path("Timeout").asInt(Integer.MAX_VALUE / 6))),
    /** Throttled receives count, too (Lambda: "Creating and configuring an Amazon SQS event source mapping"). */
    A_MESSAGE_IS_TRIED_FIVE_TIMES(
            sources(source -> source.queue().at("/RedrivePolicy/maxReceiveCount").asInt() < 5)),
    EVERY_WORK_QUEUE_HAS_ITS_OWN_DEAD_LETTERS(resources -> {
        var targets = new ArrayList<String>();
        return resources.sources().filter(source -> {
            var target = source.queue().at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText();
            var shared = targets.contains(target);
            targets.add(target);
            return shared || !resources.type(target).equals("AWS::SQS::Queue");
        }).map(Resources.Source::id);
    }),
    /** The time in a dead-letter queue counts from when the message was first sent (SQS: "DLQ retention period"). */
    DEAD_LETTERS_ARE_KEPT_FOR_FOURTEEN_DAYS(resources -> resources.deadLetterQueues()
            .filter(queue -> queue.properties().path("MessageRetentionPeriod").asInt() != 1_209_600)
            .map(Resources.Entry::id)),
    /** Longer than a weekend, and short enough for some days in the dead-letter queue. */
    WORK_IS_KEPT_FOR_TEN_DAYS(sources(source -> source.queue().path("MessageRetentionPeriod").asInt() != 864_000)),
    DEAD_LETTERS_OUTLIVE_THEIR_SOURCE(resources -> resources.of("AWS::SQS::Queue").filter(queue -> {
        var target = queue.properties().at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText();
        return !target.isEmpty() && queue.properties().path("MessageRetentionPeriod").asInt(345_600) >= resources
                .properties(target).path("MessageRetentionPeriod").asInt(345_600);
    }).map(Resources.Entry::id)),
    WORK_QUEUES_ARE_NOBODYS_DEAD_LETTERS(sources(
            source -> !source.queue().at("/RedriveAllowPolicy/redrivePermission").asText().equals("denyAll"))),
    EVERY_QUEUE_IS_ENCRYPTED_WITH_THE_KEY(queues(queue -> !queue.properties().path("KmsMasterKeyId")
            .isObject())),
    EVERY_QUEUE_REFUSES_PLAIN_TEXT(resources -> {
        var closed = resources.of("AWS::SQS::QueuePolicy").filter(policy -> policy.properties().toString().contains(
                "\"Action\":\"sqs:*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}},\"Effect\":\"Deny\","
                        + "\"Principal\":{\"AWS\":\"*\"}"))
                .map(policy -> policy.properties().at("/Queues/0/Ref").asText()).toList();
        return resources.of("AWS::SQS::Queue").map(Resources.Entry::id).filter(id -> !closed.contains(id));
    });

    private final Function<Resources, Stream<String>> breaches;

    QueueRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static Function<Resources, Stream<String>> sources(Predicate<Resources.Source> breaks) {
        return resources -> resources.sources().filter(breaks).map(Resources.Source::id);
    }

    private static Function<Resources, Stream<String>> queues(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::SQS::Queue").filter(breaks).map(Resources.Entry::id);
    }
}
