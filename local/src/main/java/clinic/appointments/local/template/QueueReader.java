package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads a queue, with the defaults of SQS (SQS: "CreateQueue"). */
record QueueReader(TemplateResource resource, JsonNode properties, ResourceIdentity identity) {

    private static final Duration DEFAULT_VISIBILITY = Duration.ofSeconds(30);
    private static final Duration DEFAULT_RETENTION = Duration.ofDays(4);

    Queue read() {
        return new Queue(resource.id(), identity.required("QueueName"), identity.reference(),
                identity.arn(), seconds("VisibilityTimeout", DEFAULT_VISIBILITY),
                seconds("DelaySeconds", Duration.ZERO), seconds("MessageRetentionPeriod", DEFAULT_RETENTION), redrive(),
                TableReader.text(properties.path("KmsMasterKeyId")));
    }

    private Optional<Queue.Redrive> redrive() {
        JsonNode policy = properties.path("RedrivePolicy");
        return policy.isMissingNode() ? Optional.empty()
                : Optional.of(new Queue.Redrive(policy.path("deadLetterTargetArn").asText(),
                        policy.path("maxReceiveCount").asInt()));
    }

    private Duration seconds(String property, Duration otherwise) {
        JsonNode value = properties.path(property);
        return value.isMissingNode() ? otherwise : Duration.ofSeconds(value.asLong());
    }
}
