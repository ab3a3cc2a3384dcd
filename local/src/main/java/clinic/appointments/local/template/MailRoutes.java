package clinic.appointments.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Collects event destinations and subscriptions, and joins them by their topics. */
final class MailRoutes {

    private static final Set<String> DESTINATION = Set.of("Enabled", "MatchingEventTypes", "Name", "SnsDestination");

    private final List<Destination> destinations = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    private record Destination(String configurationSet, Set<String> eventTypes, String topicArn) {
    }

    private record Subscription(String topicArn, String queueArn) {
    }

    void addDestination(TemplateResource resource, JsonNode properties) {
        JsonNode destination = properties.path("EventDestination");
        resource.requireOnly("EventDestination", destination, DESTINATION);
        if (destination.path("Enabled").asBoolean(true)) {
            destinations.add(new Destination(properties.path("ConfigurationSetName").asText(),
                    destination.path("MatchingEventTypes").valueStream().map(JsonNode::asText)
                            .collect(Collectors.toUnmodifiableSet()),
                    destination.at("/SnsDestination/TopicARN").asText()));
        }
    }

    /** Adds the subscription of a queue, which must take messages raw; other subscribers do not exist here. */
    void addSubscription(TemplateResource resource, JsonNode properties) {
        if (properties.path("Protocol").asText().equals("sqs")) {
            if (!properties.path("RawMessageDelivery").asBoolean()) {
                throw resource.unsupported("a subscription of a queue without RawMessageDelivery");
            }
            subscriptions.add(new Subscription(properties.path("TopicArn").asText(),
                    properties.path("Endpoint").asText()));
        }
    }

    List<MailRoute> joined() {
        return destinations.stream().flatMap(this::routes).toList();
    }

    private Stream<MailRoute> routes(Destination destination) {
        return subscriptions.stream().filter(each -> each.topicArn().equals(destination.topicArn()))
                .map(each -> new MailRoute(destination.configurationSet(), destination.eventTypes(), each.queueArn()));
    }
}
