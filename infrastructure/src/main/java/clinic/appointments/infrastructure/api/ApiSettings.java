package clinic.appointments.infrastructure.api;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;

/**
 * Settings of the API of a stage.
 *
 * @param requestsPerSecond average of all clients together (API Gateway: "Throttle requests to your REST APIs")
 * @param burst requests at once
 * @param requestsPerAddress requests in five minutes after which an address is blocked (AWS WAF: "Rate-based rule
 *     statement")
 * @param logRetention retention of the logs
 * @param logRemoval fate of the logs when their stack is deleted
 */
public record ApiSettings(int requestsPerSecond, int burst, int requestsPerAddress, RetentionDays logRetention,
        RemovalPolicy logRemoval) {

    /** AWS WAF: "Rate-based rule statement". */
    private static final int MIN_REQUESTS_PER_ADDRESS = 10;

    public ApiSettings {
        if (requestsPerSecond < 1 || burst < requestsPerSecond || requestsPerAddress < MIN_REQUESTS_PER_ADDRESS) {
            throw new IllegalArgumentException("requestsPerSecond must be positive, burst not below it, and "
                    + "requestsPerAddress " + MIN_REQUESTS_PER_ADDRESS + " at least");
        }
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets the values by name; each is needed. */
    public static final class Builder {

        private int requestsPerSecond;
        private int burst;
        private int requestsPerAddress;
        private @Nullable RetentionDays logRetention;
        private @Nullable RemovalPolicy logRemoval;

        private Builder() {
        }

        public Builder requestsPerSecond(int average) {
            requestsPerSecond = average;
            return this;
        }

        public Builder burst(int requests) {
            burst = requests;
            return this;
        }

        public Builder requestsPerAddress(int requests) {
            requestsPerAddress = requests;
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

        public ApiSettings build() {
            return new ApiSettings(requestsPerSecond, burst, requestsPerAddress,
                    Objects.requireNonNull(logRetention, "logRetention"),
                    Objects.requireNonNull(logRemoval, "logRemoval"));
        }
    }
}
