package clinic.appointments.port;

import java.time.Instant;

import clinic.appointments.message.ReminderMessage;

/** The ways to the reminder stage. Repeating is safe on both: a reminder is sent once, however often it is asked for. */
public interface Reminders {

    /** Sends at once. */
    void sendNow(ReminderMessage message);

    /**
     * Schedules.
     *
     * @param dueAt
     *            when to send
     * @param uselessAt
     *            after which delivery need not be tried any more
     */
    void schedule(ReminderMessage message, Instant dueAt, Instant uselessAt);
}
