package clinic.appointments.aws;

/**
 * Where reminders go, and with which role.
 *
 * @param queueUrl
 *            of the reminder queue, for what is due now
 * @param queueArn
 *            of the same queue, as the target of schedules
 * @param roleArn
 *            of the role with which Scheduler sends
 * @param deadLetterQueueArn
 *            of the queue for what Scheduler could not deliver
 */
public record ReminderTargets(String queueUrl, String queueArn, String scheduleGroup, String roleArn,
        String deadLetterQueueArn) {
}
