package clinic.appointments.message;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;

/**
 * A follow-up: a message that announces a new state of an appointment to the confirmation stage. The stage then
 * confirms the appointment, or schedules the end of its hold when it needs a confirmation by hand, and schedules its
 * reminders.
 *
 * @param requestId the request that led to the new state
 * @param correlation ties log lines and traces to those of the request
 */
public record FollowUp(AppointmentId appointmentId, RequestId requestId, Correlation correlation) {
}
