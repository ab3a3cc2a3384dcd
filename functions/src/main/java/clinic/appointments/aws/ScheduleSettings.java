package clinic.appointments.aws;

/**
 * Where schedules are made, and with which role.
 *
 * @param roleArn of the role with which Scheduler sends
 * @param deadLetterQueueArn of the queue for what Scheduler could not deliver
 */
public record ScheduleSettings(String group, String roleArn, String deadLetterQueueArn) {
}
