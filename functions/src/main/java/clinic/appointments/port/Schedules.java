package clinic.appointments.port;

import java.time.Instant;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;

/** The schedules: the messages to be sent at a later time. Repeating is safe: the same message is scheduled once. */
public interface Schedules {

    /**
     * Schedules a reminder.
     *
     * @param dueAt when to send it
     * @param uselessAt when delivery is no longer worth a try
     */
    void remind(ReminderMessage.Remind message, Instant dueAt, Instant uselessAt);

    /** Schedules the end of a hold. */
    void endHold(AppointmentId appointment, Instant end, Correlation correlation);
}
