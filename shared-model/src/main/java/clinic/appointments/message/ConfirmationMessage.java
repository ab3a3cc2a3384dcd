package clinic.appointments.message;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RequestId;

/**
 * Asks for an appointment to be confirmed and its reminders to be scheduled.
 *
 * @param requestId
 *            the request that led to it
 * @param trail
 *            what ties its log lines and traces to that request's
 */
public record ConfirmationMessage(AppointmentId appointmentId, RequestId requestId, Trail trail) {
}
