package clinic.appointments.request;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.model.Appointment;
import clinic.appointments.port.FollowUps;

/**
 * Tells the confirmation stage of an appointment's new state. A crash between save and announcement heals on
 * redelivery, which finds its own request in the appointment's history and announces again.
 */
final class FollowUpPublisher {

    private final FollowUps followUps;

    FollowUpPublisher(FollowUps followUps) {
        this.followUps = followUps;
    }

    CommandResult publish(Appointment appointment, RequestContext context, String what) {
        if (hasConsequences(appointment)) {
            followUps.send(context.followUp(appointment));
        }
        return CommandResult.done(appointment, what);
    }

    private static boolean hasConsequences(Appointment appointment) {
        return !appointment.status().isTerminal() || appointment.openReminders().findAny().isPresent();
    }
}
