package clinic.appointments.local.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A one-time schedule that has not been delivered yet.
 *
 * @param dueAt time at which it fires; a flexible window, which AWS may use, begins here and is ignored
 * @param maximumEventAge time after {@code dueAt} until which a delivery is retried
 * @param request body of the call that created it
 */
public record Schedule(String name, String group, String arn, Instant dueAt, String targetArn, String roleArn,
        String input, Optional<String> deadLetterArn, Duration maximumEventAge, int maximumRetries, JsonNode request) {

    /** Without the input, which may contain personal data. */
    @Override
    public String toString() {
        return "Schedule[" + group + "/" + name + " at " + dueAt + "]";
    }
}
