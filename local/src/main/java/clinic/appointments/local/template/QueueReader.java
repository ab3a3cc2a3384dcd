package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a queue; what the template leaves out is as SQS sets it (SQS: "CreateQueue"). */
record QueueReader(Resource resource, JsonNode properties, Identity identity) {

    private static final Duration VISIBILITY = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofDays(4);

    Queue read() {
        return new Queue(resource.id(), identity.attributes().get("QueueName"), identity.reference(),
                identity.attributes().get("Arn"), seconds("VisibilityTimeout", VISIBILITY),
                seconds("DelaySeconds", Duration.ZERO), seconds("MessageRetentionPeriod", RETENTION), redrive(),
                TableReader.text(properties.path("KmsMasterKeyId")));
    }

    private Optional<Queue.Redrive> redrive() {
        var policy = properties.path("RedrivePolicy");
        return policy.isMissingNode() ? Optional.empty()
                : Optional.of(new Queue.Redrive(policy.path("deadLetterTargetArn").asText(),
                        policy.path("maxReceiveCount").asInt()));
    }

    private Duration seconds(String property, Duration otherwise) {
        var value = properties.path(property);
        return value.isMissingNode() ? otherwise : Duration.ofSeconds(value.asLong());
    }
}
