package clinic.appointments.port;

import java.time.Instant;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.AppointmentId;

/** What is to happen later. Repeating is safe: the same is scheduled once. */
public interface Schedules {

    /**
     * Schedules a reminder.
     *
     * @param dueAt when to send
     * @param uselessAt after which delivery need not be tried any more
     */
    void remind(ReminderMessage.Remind message, Instant dueAt, Instant uselessAt);

    /** Schedules the end of a hold. */
    void endHold(AppointmentId appointment, Instant end, Correlation correlation);
}
