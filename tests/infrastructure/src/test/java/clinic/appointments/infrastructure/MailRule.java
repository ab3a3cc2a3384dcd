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

    private static Function<Resources, Stream<String>> sets(Predicate<Resources.Entry> breaks) {
        return resources -> resources.of("AWS::SES::ConfigurationSet").filter(breaks).map(Resources.Entry::id);
    }
}
