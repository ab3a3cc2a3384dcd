package clinic.appointments.infrastructure.compute;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Settings of the functions of a stage.
 *
 * @param memoryMebibytes memory of each function, up to 10,240 MiB (Lambda: "Configure Lambda function memory");
 *     processor time grows with it, and below 256 MiB a JVM hardly starts
 * @param logRetention how long its logs are kept
 * @param logRemoval fate of the logs when their stack is deleted
 * @param logLevel level of the service's own loggers
 * @param deployment takeover of a new version
 */
public record FunctionSettings(int memoryMebibytes, RetentionDays logRetention, RemovalPolicy logRemoval,
        ApplicationLogLevel logLevel, Concurrency concurrency, DeploymentStrategy deployment) {

    private static final int MIN_MEBIBYTES = 256;
    private static final int MAX_MEBIBYTES = 10_240;

    public FunctionSettings {
        if (memoryMebibytes < MIN_MEBIBYTES || memoryMebibytes > MAX_MEBIBYTES) {
            throw new IllegalArgumentException(
                    "memory must be from " + MIN_MEBIBYTES + " to " + MAX_MEBIBYTES + " MiB, not " + memoryMebibytes);
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets the values by name; each is needed. */
    public static final class Builder {

        private int memoryMebibytes;
        private @Nullable RetentionDays logRetention;
        private @Nullable RemovalPolicy logRemoval;
        private @Nullable ApplicationLogLevel logLevel;
        private @Nullable Concurrency concurrency;
        private @Nullable DeploymentStrategy deployment;

        private Builder() {
        }

        public Builder memoryMebibytes(int size) {
            memoryMebibytes = size;
            return this;
        }

        public Builder logRetention(RetentionDays days) {
            logRetention = days;
            return this;
        }

        public Builder logRemoval(RemovalPolicy policy) {
            logRemoval = policy;
            return this;
        }

        public Builder logLevel(ApplicationLogLevel level) {
            logLevel = level;
            return this;
        }

        public Builder concurrency(Concurrency invocations) {
            concurrency = invocations;
            return this;
        }

        public Builder deployment(DeploymentStrategy strategy) {
            deployment = strategy;
            return this;
        }

        public FunctionSettings build() {
            return new FunctionSettings(memoryMebibytes, Objects.requireNonNull(logRetention, "logRetention"),
                    Objects.requireNonNull(logRemoval, "logRemoval"), Objects.requireNonNull(logLevel, "logLevel"),
                    Objects.requireNonNull(concurrency, "concurrency"),
                    Objects.requireNonNull(deployment, "deployment"));
        }
    }
}
