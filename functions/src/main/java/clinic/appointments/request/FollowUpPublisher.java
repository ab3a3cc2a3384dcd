package clinic.appointments.request;

import clinic.appointments.inbox.RequestContext;
import clinic.appointments.model.Appointment;
import clinic.appointments.port.FollowUps;

/**
 * Publishes the follow-up of an appointment's new state to the confirmation queue. A crash between save and publication
 * heals on redelivery: the request is found in the appointment's history, and its follow-up is published again.
 */
record FollowUpPublisher(FollowUps followUps) {

    void publish(Appointment appointment, RequestContext context) {
        if (needsFollowUp(appointment)) {
            followUps.send(context.followUp(appointment));
        }
    }

    private static boolean needsFollowUp(Appointment appointment) {
        return !appointment.status().isTerminal() || appointment.openReminders().findAny().isPresent();
    }
}
