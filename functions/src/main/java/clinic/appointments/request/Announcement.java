package clinic.appointments.request;

import java.util.Optional;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.port.Confirmations;
import clinic.appointments.port.Receipt;

/**
 * Tells the confirmation stage of an appointment's time. A crash between save and announcement heals on redelivery, which
 * finds its own request in the appointment's history and announces again.
 */
final class Announcement {

    private final Confirmations confirmations;

    Announcement(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    Attempt announce(Appointment appointment, AppointmentRequest request, String what) {
        confirmations.send(new ConfirmationMessage(appointment.id(), request.requestId(), request.trail()));
        return done(appointment, what);
    }

    /** Nothing is to be told. */
    static Attempt done(Appointment appointment, String what) {
        return new Attempt.Settled(new Receipt.Accepted(Optional.of(appointment.id())), what);
    }
}
