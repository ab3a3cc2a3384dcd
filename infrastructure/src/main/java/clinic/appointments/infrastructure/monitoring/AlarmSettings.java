package clinic.appointments.infrastructure.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Thresholds of the alarms of a stage, and the recipients of its pages.
 *
 * @param oldestMessage longest time that a message may wait in a work queue
 * @param backlog messages that may wait there
 * @param failedMessages messages that may fail in five minutes; each is delivered again
 * @param shareOfTimeout longest duration of an invocation, as a percentage of its timeout
 * @param apiLatency longest time for 99% of the API's responses
 * @param targets of each objective, the good cases as a percentage of all
 * @param recipients e-mail addresses for pages; each is asked to confirm once
 */
public record AlarmSettings(Duration oldestMessage, int backlog, int failedMessages, int shareOfTimeout,
        Duration apiLatency, Map<Objective, Double> targets, List<String> recipients) {

    public AlarmSettings {
        targets = Map.copyOf(targets);
        recipients = List.copyOf(recipients);
        if (!oldestMessage.isPositive() || !apiLatency.isPositive() || backlog < 1 || failedMessages < 1) {
            throw new IllegalArgumentException(
                    "oldestMessage, apiLatency, backlog and failedMessages must be positive");
        }
        if (shareOfTimeout < 1 || shareOfTimeout > 99) {
            throw new IllegalArgumentException("shareOfTimeout must be from 1 to 99 percent, not " + shareOfTimeout);
        }
        if (!targets.keySet().containsAll(Arrays.asList(Objective.values()))
                || targets.values().stream().anyMatch(target -> !(target >= 50 && target < 100))) {
            throw new IllegalArgumentException(
                    "targets must be percentages from 50 to below 100, one for each objective, not " + targets);
        }
        if (recipients.isEmpty() || recipients.stream().anyMatch(address -> address.indexOf('@') < 1)) {
            throw new IllegalArgumentException("recipients must be e-mail addresses, at least one, not " + recipients);
        }
    }

    /** The target of an objective, the good cases as a percentage of all. */
    double target(Objective objective) {
        return Objects.requireNonNull(targets.get(objective));
    }

    /** The error rate, from 0 to 1, that uses up the error budget of an objective so many times as fast as allowed. */
    double errorRate(Objective objective, double burnRate) {
        return BigDecimal.valueOf(100 - target(objective)).multiply(BigDecimal.valueOf(burnRate)).movePointLeft(2)
                .min(BigDecimal.ONE).setScale(6, RoundingMode.HALF_UP).doubleValue();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Sets the values by name; each is needed. */
    public static final class Builder {

        private @Nullable Duration oldestMessage;
        private int backlog;
        private int failedMessages;
        private int shareOfTimeout;
        private @Nullable Duration apiLatency;
        private final Map<Objective, Double> targets = new EnumMap<>(Objective.class);
        private @Nullable List<String> recipients;

        private Builder() {
        }

        public Builder oldestMessage(Duration wait) {
            oldestMessage = wait;
            return this;
        }

        public Builder backlog(int messages) {
            backlog = messages;
            return this;
        }

        public Builder failedMessages(int messages) {
            failedMessages = messages;
            return this;
        }

        public Builder shareOfTimeout(int percent) {
            shareOfTimeout = percent;
            return this;
        }

        public Builder apiLatency(Duration slowest) {
            apiLatency = slowest;
            return this;
        }

        public Builder target(Objective objective, double percent) {
            targets.put(objective, percent);
            return this;
        }

        public Builder recipients(List<String> addresses) {
            recipients = addresses;
            return this;
        }

        public AlarmSettings build() {
            return new AlarmSettings(Objects.requireNonNull(oldestMessage, "oldestMessage"), backlog, failedMessages,
                    shareOfTimeout, Objects.requireNonNull(apiLatency, "apiLatency"), targets,
                    Objects.requireNonNull(recipients, "recipients"));
        }
    }
}
