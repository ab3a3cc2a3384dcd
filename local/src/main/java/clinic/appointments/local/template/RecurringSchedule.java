package clinic.appointments.local.template;

import java.time.Duration;
import java.util.Optional;

/**
 * A schedule of the template that sends the same message again and again.
 *
 * @param rate from one time to the next
 * @param deadLetterArn of the queue for what cannot be delivered
 */
public record RecurringSchedule(String id, String group, Duration rate, String targetArn, String roleArn, String input,
        Optional<String> deadLetterArn) {
}
