package clinic.appointments.request;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.message.Fate;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Written;

/** Books an appointment: look, decide, save, announce. */
final class BookAppointment {

    private final Bookings bookings;
    private final Announcement announcement;
    private final InstantSource clock;
    private final Contention contention;

    BookAppointment(Bookings bookings, Announcement announcement, InstantSource clock, Contention contention) {
        this.bookings = bookings;
        this.announcement = announcement;
        this.clock = clock;
        this.contention = contention;
    }

    Attempt handle(Booking booking, Order order, Deadline deadline) {
        return contention.retry(deadline, () -> tryOnce(booking, order));
    }

    private Optional<Attempt> tryOnce(Booking booking, Order order) {
        Appointment wanted = Appointment.requested(booking, order.cause(clock.instant()));
        return switch (BookingPolicy.decide(wanted, bookings.situationOf(wanted))) {
            case Decision.Granted granted -> bookings.save(granted) == Written.DONE
                    ? Optional.of(announcement.announce(wanted, order.request(), "BOOKED"))
                    : Optional.empty();
            case Decision.Repeated(var stored) -> Optional
                    .of(announcement.announce(stored, order.request(), Fate.Accepted.REPEATED));
            case Decision.Rejected(var reason) -> Optional.of(Attempt.rejected(reason));
            case Decision.PatientMissing() -> Optional.of(new Attempt.NotYet(RejectionReason.UNKNOWN_PATIENT));
        };
    }
}
