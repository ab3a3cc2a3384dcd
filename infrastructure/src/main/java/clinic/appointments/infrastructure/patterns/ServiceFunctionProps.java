package clinic.appointments.infrastructure.patterns;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Size;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Properties of a {@link ServiceFunction}.
 *
 * @param handler fully qualified name of the handler class
 * @param code bundle that holds the handler
 * @param key encrypts the environment and the log
 * @param memory memory of the function
 * @param reservedConcurrency invocations that may run at once, reserved for this function; empty to reserve none
 * @param logRetention how long the log is kept
 * @param logRemoval fate of the log when its stack is deleted
 * @param logLevel level of the function's own loggers
 * @param environment environment variables
 */
public record ServiceFunctionProps(String handler, Code code, IKey key, Size memory,
        Optional<Integer> reservedConcurrency,
        RetentionDays logRetention, RemovalPolicy logRemoval, ApplicationLogLevel logLevel,
        Map<String, String> environment) {

    public ServiceFunctionProps {
        Objects.requireNonNull(handler, "handler");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(key, "key");
        environment = Map.copyOf(environment);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets properties by name. */
    public static final class Builder {

        private @Nullable String handler;
        private @Nullable Code code;
        private @Nullable IKey key;
        private Size memory = Size.mebibytes(1024);
        private Optional<Integer> reservedConcurrency = Optional.of(10);
        private RetentionDays logRetention = RetentionDays.ONE_MONTH;
        private RemovalPolicy logRemoval = RemovalPolicy.DESTROY;
        private ApplicationLogLevel logLevel = ApplicationLogLevel.INFO;
        private final Map<String, String> environment = new TreeMap<>();

        private Builder() {
        }

        public Builder handler(String name) {
            handler = name;
            return this;
        }

        public Builder code(Code bundle) {
            code = bundle;
            return this;
        }

        public Builder key(IKey encryption) {
            key = encryption;
            return this;
        }

        public Builder memory(Size size) {
            memory = size;
            return this;
        }

        public Builder reservedConcurrency(Optional<Integer> invocations) {
            reservedConcurrency = invocations;
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

        public Builder environment(String variable, String value) {
            environment.put(variable, value);
            return this;
        }

        public ServiceFunctionProps build() {
            return new ServiceFunctionProps(Objects.requireNonNull(handler, "handler"),
                    Objects.requireNonNull(code, "code"), Objects.requireNonNull(key, "key"), memory,
                    reservedConcurrency, logRetention, logRemoval, logLevel,
                    environment);
        }
    }
}
