package clinic.appointments.aws;

/**
 * The settings of schedules: their group, role and dead-letter queue.
 *
 * @param roleArn ARN of the role that Scheduler assumes for sending
 * @param deadLetterQueueArn ARN of the queue for messages that Scheduler could not deliver
 */
public record ScheduleSettings(String group, String roleArn, String deadLetterQueueArn) {
}
