package clinic.appointments.request;

import clinic.appointments.inbox.Attempt;
import clinic.appointments.inbox.Order;
import clinic.appointments.model.Appointment;
import clinic.appointments.port.FollowUps;

/**
 * Tells the confirmation stage of an appointment's new state. A crash between save and announcement heals on
 * redelivery, which finds its own request in the appointment's history and announces again.
 */
final class Announcement {

    private final FollowUps followUps;

    Announcement(FollowUps followUps) {
        this.followUps = followUps;
    }

    Attempt announce(Appointment appointment, Order order, String what) {
        if (hasConsequences(appointment)) {
            followUps.send(order.followUp(appointment));
        }
        return Attempt.done(appointment, what);
    }

    private static boolean hasConsequences(Appointment appointment) {
        return !appointment.status().isTerminal() || appointment.openReminders().findAny().isPresent();
    }
}
