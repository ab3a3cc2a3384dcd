package clinic.appointments.port;

import clinic.appointments.message.ReminderMessage;

/** The way to the reminder stage. */
public interface Reminders {

    /** Sends at once; repeating is safe: a reminder is sent once, however often it is asked for. */
    void send(ReminderMessage message);
}
