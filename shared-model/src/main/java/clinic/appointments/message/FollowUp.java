package clinic.appointments.message;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;

/**
 * Says that an appointment has a new state, of which things follow: it is confirmed when it needs no confirmation by
 * hand, the end of its hold is scheduled when it does, and its reminders are scheduled.
 *
 * @param requestId the request that led to it
 * @param correlation what ties its log lines and traces to that request's
 */
public record FollowUp(AppointmentId appointmentId, RequestId requestId, Correlation correlation) {
}
