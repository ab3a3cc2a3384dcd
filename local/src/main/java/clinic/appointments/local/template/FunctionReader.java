package clinic.appointments.local.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads functions and event source mappings. */
record FunctionReader(TemplateResource resource, JsonNode properties, ResourceIdentity identity) {

    private static final String RUNTIME = "java25";

    Function read() {
        if (!properties.path("Runtime").asText().equals(RUNTIME)) {
            throw resource.unsupported("the runtime " + properties.path("Runtime").asText());
        }
        resource.requireOnly("Code", properties.path("Code"), Set.of("S3Bucket", "S3Key"));
        return new Function(resource.id(), identity.reference(), identity.arn(),
                properties.path("Handler").asText(), code(), properties.path("MemorySize").asInt(128),
                Duration.ofSeconds(properties.path("Timeout").asLong(3)), environment(),
                properties.path("Role").asText());
    }

    private Path code() {
        String key = properties.path("Code").path("S3Key").asText();
        return Optional.ofNullable(resource.stack().assets().get(key))
                .orElseThrow(() -> resource.unsupported("code that the assembly does not hold (" + key + ")"));
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        properties.path("Environment").path("Variables").propertyStream()
                .forEach(variable -> variables.put(variable.getKey(), variable.getValue().asText()));
        return variables;
    }

    EventSource readSource() {
        resource.requireOnly("ScalingConfig", properties.path("ScalingConfig"), Set.of("MaximumConcurrency"));
        JsonNode concurrency = properties.path("ScalingConfig").path("MaximumConcurrency");
        return new EventSource(properties.path("EventSourceArn").asText(), functionName(),
                properties.path("BatchSize").asInt(10), partialBatchResponse(),
                concurrency.isMissingNode() ? OptionalInt.empty() : OptionalInt.of(concurrency.asInt()));
    }

    /**
     * The function's name, which the template may give as an ARN with or without a version or alias; here every
     * version has the same code.
     */
    private String functionName() {
        String[] named = properties.path("FunctionName").asText().split(":", -1);
        return named.length == 1 ? named[0] : named[6];
    }

    private boolean partialBatchResponse() {
        JsonNode types = properties.path("FunctionResponseTypes");
        for (JsonNode type : types) {
            if (!type.asText().equals("ReportBatchItemFailures")) {
                throw resource.unsupported("the response type " + type.asText());
            }
        }
        return !types.isEmpty();
    }
}
