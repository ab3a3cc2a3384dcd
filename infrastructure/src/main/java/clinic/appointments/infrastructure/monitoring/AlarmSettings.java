package clinic.appointments.infrastructure.monitoring;

import java.time.Duration;
import java.util.List;
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
 * @param recipients e-mail addresses for pages; each is asked to confirm once
 */
public record AlarmSettings(Duration oldestMessage, int backlog, int failedMessages, int shareOfTimeout,
        Duration apiLatency, List<String> recipients) {

    public AlarmSettings {
        recipients = List.copyOf(recipients);
        if (!oldestMessage.isPositive() || !apiLatency.isPositive() || backlog < 1 || failedMessages < 1) {
            throw new IllegalArgumentException(
                    "oldestMessage, apiLatency, backlog and failedMessages must be positive");
        }
        if (shareOfTimeout < 1 || shareOfTimeout > 99) {
            throw new IllegalArgumentException("shareOfTimeout must be from 1 to 99 percent, not " + shareOfTimeout);
        }
        if (recipients.isEmpty() || recipients.stream().anyMatch(address -> address.indexOf('@') < 1)) {
            throw new IllegalArgumentException("recipients must be e-mail addresses, at least one, not " + recipients);
        }
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

        public Builder recipients(List<String> addresses) {
            recipients = addresses;
            return this;
        }

        public AlarmSettings build() {
            return new AlarmSettings(Objects.requireNonNull(oldestMessage, "oldestMessage"), backlog, failedMessages,
                    shareOfTimeout, Objects.requireNonNull(apiLatency, "apiLatency"),
                    Objects.requireNonNull(recipients, "recipients"));
        }
    }
}
