package clinic.appointments.reminder;

import clinic.appointments.message.Correlation;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Reminder;

/**
 * An open reminder with the lease of this attempt, and the appointment as read together with it.
 *
 * @param correlation that of the reminder's message
 */
record DueReminder(Appointment appointment, Reminder reminder, Correlation correlation) {
}
