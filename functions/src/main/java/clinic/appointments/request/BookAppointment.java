package clinic.appointments.request;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.Decisions;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.CalendarId;
import clinic.appointments.port.Bookings;

/**
 * Books an appointment: read, decide, save, follow up. The transaction does not cover the patient, who may be erased in
 * the meantime; {@link ErasureGuard} then deletes the personal data of the new booking at once.
 */
final class BookAppointment implements CommandHandler<AppointmentCommand.Book> {

    private final Bookings bookings;
    private final ErasureGuard erasureGuard;
    private final FollowUpPublisher publisher;
    private final BookingTerms terms;
    private final InstantSource clock;

    BookAppointment(Bookings bookings, ErasureGuard erasureGuard, FollowUpPublisher publisher, BookingTerms terms,
            InstantSource clock) {
        this.bookings = bookings;
        this.erasureGuard = erasureGuard;
        this.publisher = publisher;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Book command, RequestContext context) {
        Appointment wanted = Appointment.requested(command.booking(), context.provenance(clock.instant()), terms);
        return Decisions.carryOut(BookingPolicy.decide(wanted, situationOf(wanted), terms), bookings::save,
                booked -> followUp(booked, context));
    }

    private void followUp(Appointment booked, RequestContext context) {
        erasureGuard.enforce(booked);
        publisher.publish(booked, context);
    }

    private BookingSituation situationOf(Appointment wanted) {
        return bookings.situationOf(wanted.id(), wanted.patientId(), CalendarId.touchedBy(wanted.claims()));
    }
}
