package clinic.appointments.infrastructure.patterns;

import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.cloudwatch.IMetric;

/**
 * Properties of a {@link CanaryRelease}.
 *
 * @param topic notified by the alarms of a release
 * @param failures messages in a minute that the function's current version failed to process
 * @param description of each alarm: its meaning, and where to read on
 */
public record CanaryReleaseProps(AlarmTopic topic, Function<QueueProcessor, IMetric> failures, String description) {

    public static Builder builder() {
        return new Builder();
    }

    /** Sets properties by name. */
    public static final class Builder {

        private @Nullable AlarmTopic topic;
        private @Nullable Function<QueueProcessor, IMetric> failures;
        private @Nullable String description;

        private Builder() {
        }

        public Builder topic(AlarmTopic alarms) {
            topic = alarms;
            return this;
        }

        public Builder failures(Function<QueueProcessor, IMetric> perMinute) {
            failures = perMinute;
            return this;
        }

        public Builder description(String text) {
            description = text;
            return this;
        }

        public CanaryReleaseProps build() {
            return new CanaryReleaseProps(Objects.requireNonNull(topic, "topic"),
                    Objects.requireNonNull(failures, "failures"), Objects.requireNonNull(description, "description"));
        }
    }
}
