package clinic.appointments.infrastructure;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import static clinic.appointments.infrastructure.Resources.elements;

/** Rules about how e-mail travels. */
enum MailRule implements TemplateRule {

    NO_MAIL_TRAVELS_IN_PLAIN_TEXT(
            sets(set -> !set.properties().at("/DeliveryOptions/TlsPolicy").asText().equals("REQUIRE"))),
    /** After the hours of the shortest reminder offset it would be about the past. */
    NO_MAIL_ARRIVES_AFTER_HOURS(
            sets(set -> set.properties().at("/DeliveryOptions/MaxDeliverySeconds").asInt(Integer.MAX_VALUE) > 7200)),
    NO_ADDRESS_IS_WRITTEN_TO_THAT_BOUNCED_OR_COMPLAINED(
            sets(set -> !elements(set.properties().at("/SuppressionOptions/SuppressedReasons"))
                    .map(JsonNode::asText).collect(Collectors.toSet()).equals(Set.of("BOUNCE", "COMPLAINT")))),
    THE_REPUTATION_OF_A_SENDER_IS_MEASURED(
            sets(set -> !set.properties().at("/ReputationOptions/ReputationMetricsEnabled").asBoolean())),
    /** The others of a mail's events are before it is accepted, or nobody's business. */
    WHAT_BECOMES_OF_A_MAIL_IS_PUBLISHED(resources -> {
        var published = resources.of("AWS::SES::ConfigurationSetEventDestination")
                .filter(destination -> destination.properties().at("/EventDestination/Enabled").asBoolean())
                .filter(destination -> elements(destination.properties().at("/EventDestination/MatchingEventTypes"))
                        .map(JsonNode::asText).collect(Collectors.toSet())
                        .equals(Set.of("bounce", "complaint", "reject", "deliveryDelay")))
                .map(destination -> destination.properties().at("/ConfigurationSetName/Ref").asText()).toList();
        return resources.of("AWS::SES::ConfigurationSet").map(Resources.Entry::id)
                .filter(set -> !published.contains(set));
    }),
    /** SNS would wrap it, and give up on it in silence. */
    A_QUEUE_GETS_WHAT_A_TOPIC_PUBLISHES_RAW_OR_AS_A_DEAD_LETTER(resources -> resources.of("AWS::SNS::Subscription")
            .filter(subscription -> subscription.properties().path("Protocol").asText().equals("sqs"))
            .filter(subscription -> !subscription.properties().path("RawMessageDelivery").asBoolean()
                    || !subscription.properties().path("RedrivePolicy").has("deadLetterTargetArn"))
            .map(Resources.Entry::id)),
    /** Addresses travel through it: SES publishes for configuration sets of this account, and nobody else does. */
    ONLY_SES_PUBLISHES_ABOUT_MAILS(resources -> resources.of("AWS::SNS::TopicPolicy")
            .filter(policy -> policy.properties().toString().contains("ses.amazonaws.com"))
            .filter(policy -> elements(policy.properties().at("/PolicyDocument/Statement"))
                    .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                    .anyMatch(statement -> !isForConfigurationSets(statement)))
            .map(Resources.Entry::id)),
    /** Opened mails and followed links are nobody's business. */
    NO_MAIL_IS_TRACKED(sets(set -> set.properties().has("TrackingOptions")
            || set.properties().at("/VdmOptions/DashboardOptions/EngagementMetrics").asText().equals("ENABLED")));

    private final Function<Resources, Stream<String>> breaches;

    MailRule(Function<Resources, Stream<String>> breaches) {
        this.breaches = breaches;
    }

    @Override
    public Stream<String> breaches(Resources resources) {
        return breaches.apply(resources);
    }

    private static boolean isForConfigurationSets(JsonNode statement) {
        return statement.path("Principal").toString().equals("{\"Service\":\"ses.amazonaws.com\"}")
                && statement.path("Action").asText().equals("sns:Publish")
                && statement.at("/Condition/StringEquals/aws:SourceAccount/Ref").asText().equals("AWS::AccountId")
                && statement.at("/Condition/ArnLike/aws:SourceArn").toString().contains(":configuration-set/*");
    }

    private static Function<Resources, Stream<String>> sets(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::SES::ConfigurationSet").filter(breaks).map(Resources.Entry::id);
    }
}
