package clinic.appointments.infrastructure.monitoring;

import java.time.Duration;
import java.util.List;

/**
 * When the people of a stage are called, and who.
 *
 * @param oldestMessage how long a message may wait in a work queue
 * @param backlog how many messages may wait there
 * @param failedMessages how many messages may fail in five minutes; each is delivered again
 * @param shareOfTimeout how long an invocation may take, as a percentage of its timeout
 * @param apiLatency how long the slowest hundredth of the API's answers may take
 * @param recipients e-mail addresses that a page goes to; each is asked to confirm once
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
}
