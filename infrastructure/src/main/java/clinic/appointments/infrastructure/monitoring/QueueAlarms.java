package clinic.appointments.infrastructure.monitoring;

import clinic.appointments.infrastructure.messaging.WorkQueues;
import clinic.appointments.infrastructure.patterns.WorkQueue;
import software.constructs.Construct;

/** Alarms on the queues: whether messages wait, and whether any has been given up. */
final class QueueAlarms extends AlarmGroup {

    QueueAlarms(Construct scope, String id, AlarmBook book, WorkQueues queues) {
        super(scope, id, book);
        queues.all().forEach(this::watch);
        addDeadLetterAlarm(WorkQueues.UNDELIVERED_ID, queues.undelivered(),
                RunbookSection.UNDELIVERED_REMINDERS.describe(this, "A reminder could not be delivered to its queue."));
    }

    private void watch(WorkQueue work) {
        var name = work.queueName();
        addThresholdAlarm(name + "OldestMessage", work.queue().metricApproximateAgeOfOldestMessage(MAXIMUM),
                settings().oldestMessage().toSeconds(), 3,
                RunbookSection.OLDEST_MESSAGE.describe(this, "Messages wait too long in " + name + "."));
        addThresholdAlarm(name + "Backlog", work.queue().metricApproximateNumberOfMessagesVisible(MAXIMUM),
                settings().backlog(), 5,
                RunbookSection.BACKLOG.describe(this, "Too many messages wait in " + name + "."));
        addDeadLetterAlarm(work.deadLetterName(), work.deadLetters(),
                RunbookSection.DEAD_LETTERS.describe(this, "A message is in a dead-letter queue."));
    }
}
