package clinic.appointments.request;

import java.util.Optional;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.WriteResult;

/**
 * Books an appointment: look, decide, save, announce. The transaction does not watch the patient, who may be erased in
 * between; then what the booking has brought about him goes at once.
 */
final class BookAppointment {

    private final Bookings bookings;
    private final ErasureGuard erasureGuard;
    private final FollowUpPublisher followUps;
    private final BookingTerms terms;
    private final Turn turn;

    BookAppointment(Bookings bookings, ErasureGuard erasureGuard, FollowUpPublisher followUps, BookingTerms terms, Turn turn) {
        this.bookings = bookings;
        this.erasureGuard = erasureGuard;
        this.followUps = followUps;
        this.terms = terms;
        this.turn = turn;
    }

    CommandResult handle(Booking booking, RequestContext context, Deadline deadline) {
        return turn.retry().retry(deadline, () -> tryOnce(booking, context));
    }

    private Optional<CommandResult> tryOnce(Booking booking, RequestContext context) {
        Appointment wanted = Appointment.requested(booking, context.provenance(turn.clock().instant()), terms);
        return switch (BookingPolicy.decide(wanted, situationOf(wanted), terms)) {
            case Decision.Granted granted -> bookings.save(granted) == WriteResult.WRITTEN
                    ? Optional.of(booked(wanted, context, "BOOKED"))
                    : Optional.empty();
            case Decision.Repeated(var stored) -> Optional.of(booked(stored, context, Disposition.Accepted.REPEATED));
            case Decision.Rejected(var reason) -> Optional.of(CommandResult.rejected(reason));
            case Decision.PatientMissing() -> Optional.of(new CommandResult.NotYet(RejectionReason.UNKNOWN_PATIENT));
        };
    }

    private CommandResult booked(Appointment appointment, RequestContext context, String what) {
        erasureGuard.enforce(appointment);
        return followUps.publish(appointment, context, what);
    }

    private BookingSituation situationOf(Appointment wanted) {
        return bookings.situationOf(wanted.id(), wanted.patientId(), CalendarId.touchedBy(wanted.claims()));
    }
}
