package clinic.appointments.infrastructure.patterns;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Properties of a queue as the source of a {@link QueueProcessor}.
 *
 * @param maxConcurrency invocations that the queue may cause at once
 * @param queueUrlVariable environment variable for the URL of the queue
 * @param deadLetterUrlVariable environment variable for the URL of its dead-letter queue
 */
public record QueueSourceProps(int maxConcurrency, String queueUrlVariable, String deadLetterUrlVariable) {

    public QueueSourceProps {
        Objects.requireNonNull(queueUrlVariable, "queueUrlVariable");
        Objects.requireNonNull(deadLetterUrlVariable, "deadLetterUrlVariable");
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets properties by name. */
    public static final class Builder {

        private int maxConcurrency = 10;
        private @Nullable String queueUrlVariable;
        private @Nullable String deadLetterUrlVariable;

        private Builder() {
        }

        public Builder maxConcurrency(int invocations) {
            maxConcurrency = invocations;
            return this;
        }

        public Builder queueUrlVariable(String variable) {
            queueUrlVariable = variable;
            return this;
        }

        public Builder deadLetterUrlVariable(String variable) {
            deadLetterUrlVariable = variable;
            return this;
        }

        public QueueSourceProps build() {
            return new QueueSourceProps(maxConcurrency, Objects.requireNonNull(queueUrlVariable, "queueUrlVariable"),
                    Objects.requireNonNull(deadLetterUrlVariable, "deadLetterUrlVariable"));
        }
    }
}
