package clinic.appointments.local.template;

import java.util.Map;

/**
 * What other resources know a resource by.
 *
 * @param reference
 *            value of {@code Ref}
 * @param attributes
 *            values of {@code Fn::GetAtt}
 */
record Identity(String reference, Map<String, String> attributes) {

    static Identity of(Resource resource, Place place) {
        var name = resource.logicalId();
        return switch (resource.type()) {
            case KEY -> named(name, place.arn("kms", "key/" + name));
            case TABLE -> named(name, place.arn("dynamodb", "table/" + name));
            case QUEUE -> new Identity(place.queueUrl(name), Map.of("Arn", place.arn("sqs", name), "QueueName", name));
            case ROLE -> named(name, place.globalArn("iam", "role/" + name));
            case FUNCTION -> named(name, place.arn("lambda", "function:" + name));
            case VERSION -> new Identity(functionOf(resource, place) + ":1", Map.of("Version", "1"));
            case ALIAS -> new Identity(functionOf(resource, place) + ":" + resource.properties().path("Name").asText(),
                    Map.of());
            case MANAGED_POLICY -> new Identity(place.globalArn("iam", "policy/" + name), Map.of());
            case ALARM, COMPOSITE_ALARM -> named(name, place.arn("cloudwatch", "alarm:" + name));
            case LOG_GROUP -> named(name, place.arn("logs", "log-group:" + name + ":*"));
            case SCHEDULE_GROUP -> group(resource, place);
            case API_STAGE -> new Identity(resource.properties().path("StageName").asText(), Map.of());
            case FIREWALL -> named(name, place.arn("wafv2", "regional/webacl/" + name));
            case TOPIC -> new Identity(place.arn("sns", name), Map.of("TopicName", name));
            case QUEUE_POLICY, POLICY, EVENT_SOURCE, SCHEDULE, MAILS, RELEASE, RELEASE_GROUP, DASHBOARD, TOPIC_POLICY,
                    SUBSCRIPTION, SAVED_QUERY, TRACE_GROUP, SAMPLING_RULE, PERMISSION, API, API_DEPLOYMENT,
                    API_CERTIFICATE, FIREWALL_ASSOCIATION, FIREWALL_LOGGING ->
                new Identity(name, Map.of());
        };
    }

    private static Identity group(Resource resource, Place place) {
        var name = resource.properties().path("Name").asText(resource.logicalId());
        return named(name, place.arn("scheduler", "schedule-group/" + name));
    }

    /** A version or an alias is known by the ARN of the function that it is one of. */
    private static String functionOf(Resource resource, Place place) {
        return place.arn("lambda", "function:" + resource.properties().path("FunctionName").path("Ref").asText());
    }

    private static Identity named(String name, String arn) {
        return new Identity(name, Map.of("Arn", arn));
    }
}
