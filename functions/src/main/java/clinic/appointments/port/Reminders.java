package clinic.appointments.port;

import clinic.appointments.message.ReminderMessage;

/** The reminders: the sender of messages to the reminder stage. */
public interface Reminders {

    /** Sends a message at once; repeating is safe: a reminder is sent once, no matter how often it is asked for. */
    void send(ReminderMessage message);
}
