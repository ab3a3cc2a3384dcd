package clinic.appointments.request;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.message.Fate;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Confirmations;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Written;

/**
 * Books an appointment: look, decide, save, announce. A crash between save and announce heals on redelivery, which finds
 * its own request in the appointment's history and announces again.
 */
final class BookAppointment {

    private final Bookings bookings;
    private final Confirmations confirmations;
    private final InstantSource clock;
    private final Contention contention;

    BookAppointment(Bookings bookings, Confirmations confirmations, InstantSource clock, Contention contention) {
        this.bookings = bookings;
        this.confirmations = confirmations;
        this.clock = clock;
        this.contention = contention;
    }

    Attempt handle(Booking booking, AppointmentRequest request, Deadline deadline) {
        return contention.retry(deadline, () -> tryOnce(booking, request)).orElseGet(Attempt.Contended::new);
    }

    private Optional<Attempt> tryOnce(Booking booking, AppointmentRequest request) {
        Appointment wanted = Appointment.requested(booking, request.requestId(), request.bodyHash(), clock.instant());
        return switch (BookingPolicy.decide(wanted, bookings.situationOf(wanted), wanted.createdAt())) {
            case Decision.Booked booked -> bookings.save(booked) == Written.DONE
                    ? Optional.of(announce(wanted, request, "BOOKED"))
                    : Optional.empty();
            case Decision.Repeated(var stored) -> Optional.of(announce(stored, request, Fate.Accepted.REPEATED));
            case Decision.Rejected(var reason) -> Optional.of(new Attempt.Settled(new Receipt.Rejected(reason), ""));
            case Decision.PatientMissing() -> Optional.of(new Attempt.NotYet(RejectionReason.UNKNOWN_PATIENT));
        };
    }

    private Attempt announce(Appointment appointment, AppointmentRequest request, String what) {
        confirmations.send(new ConfirmationMessage(appointment.id(), request.requestId(), request.trail()));
        return new Attempt.Settled(new Receipt.Accepted(Optional.of(appointment.id())), what);
    }
}
