package clinic.appointments.message;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ReminderKey;

/** Asks for a reminder to be sent, if it is still due when the message arrives. */
public record ReminderMessage(AppointmentId appointmentId, ReminderKey reminder, Trail trail) {
}
