package clinic.appointments.local.template;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The values by which other resources refer to a resource.
 *
 * @param reference value of {@code Ref}
 * @param attributes values of {@code Fn::GetAtt}
 * @param isBooted whether the resource exists on this machine; one that does not exist has a stand-in for every
 *     attribute
 */
record ResourceIdentity(String reference, Map<String, String> attributes, boolean isBooted) {

    static ResourceIdentity of(TemplateResource resource, StackEnvironment place) {
        return switch (resource.type()) {
            case BootedType type -> booted(type, resource, place);
            case ListedType type -> listed(type, resource, place);
            case OtherType type -> absent(resource.logicalId(), place.arn(type.service(), resource.logicalId()));
        };
    }

    private static ResourceIdentity booted(BootedType type, TemplateResource resource, StackEnvironment place) {
        String name = resource.logicalId();
        return switch (type) {
            case TABLE -> named(name, place.arn("dynamodb", "table/" + name));
            case QUEUE -> known(place.queueUrl(name), Map.of("Arn", place.arn("sqs", name), "QueueName", name));
            case KEY -> named(name, place.arn("kms", "key/" + name));
            case ROLE -> role(name, place.globalArn("iam", "role/" + name));
            case FUNCTION -> named(name, place.arn("lambda", "function:" + name));
            case VERSION -> known(functionOf(resource, place) + ":1", Map.of("Version", "1"));
            case ALIAS -> known(functionOf(resource, place) + ":" + resource.properties().path("Name").asText(),
                    Map.of());
            case MANAGED_POLICY -> known(place.globalArn("iam", "policy/" + name), Map.of());
            case SCHEDULE_GROUP -> group(resource, place);
            case API_STAGE -> known(resource.properties().path("StageName").asText(), Map.of());
            case POLICY, EVENT_SOURCE, EVENT_DESTINATION, SUBSCRIPTION, SCHEDULE, PERMISSION, API ->
                known(name, Map.of());
        };
    }

    private static ResourceIdentity listed(ListedType type, TemplateResource resource, StackEnvironment place) {
        String name = resource.logicalId();
        return switch (type) {
            case ALARM, COMPOSITE_ALARM -> absent(name, place.arn("cloudwatch", "alarm:" + name));
            case LOG_GROUP -> absent(name, place.arn("logs", "log-group:" + name + ":*"));
            case FIREWALL -> absent(name, place.arn("wafv2", "regional/webacl/" + name));
            case TOPIC -> absent(place.arn("sns", name), place.arn("sns", name));
            case QUEUE_POLICY, MAILS, RELEASE, RELEASE_GROUP, DASHBOARD, TOPIC_POLICY, SAVED_QUERY,
                    INSIGHT_RULE, TRACE_GROUP, SAMPLING_RULE, API_DEPLOYMENT, API_CERTIFICATE, FIREWALL_ASSOCIATION,
                    FIREWALL_LOGGING ->
                new ResourceIdentity(name, Map.of(), false);
        };
    }

    /** The value of an attribute; empty if a booted resource does not have it. */
    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute))
                .or(() -> isBooted ? Optional.empty() : Optional.of(reference + "." + attribute));
    }

    /** The value of an attribute that every resource of this type has. */
    String required(String attribute) {
        return Objects.requireNonNull(attributes.get(attribute), attribute);
    }

    String arn() {
        return required("Arn");
    }

    private static ResourceIdentity group(TemplateResource resource, StackEnvironment place) {
        String name = resource.properties().path("Name").asText(resource.logicalId());
        return named(name, place.arn("scheduler", "schedule-group/" + name));
    }

    /** The ARN of the function to which a version or an alias belongs. */
    private static String functionOf(TemplateResource resource, StackEnvironment place) {
        return place.arn("lambda", "function:" + resource.properties().path("FunctionName").path("Ref").asText());
    }

    private static ResourceIdentity named(String name, String arn) {
        return known(name, Map.of("Arn", arn));
    }

    private static ResourceIdentity role(String name, String arn) {
        return known(name, Map.of("Arn", arn, "RoleId", Role.uniqueIdOf(arn)));
    }

    private static ResourceIdentity known(String reference, Map<String, String> attributes) {
        return new ResourceIdentity(reference, attributes, true);
    }

    private static ResourceIdentity absent(String reference, String arn) {
        return new ResourceIdentity(reference, Map.of("Arn", arn), false);
    }
}
