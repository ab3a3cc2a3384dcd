package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A recurring schedule of the template.
 *
 * @param rate time between two firings
 * @param deadLetterArn ARN of the queue for undeliverable input
 */
public record RecurringSchedule(String id, String group, Duration rate, String targetArn, String roleArn, String input,
        Optional<String> deadLetterArn) {
}
