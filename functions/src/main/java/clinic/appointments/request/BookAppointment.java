package clinic.appointments.request;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.Decisions;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.port.Bookings;

/** Books an appointment: read, decide, save, follow up. */
final class BookAppointment implements CommandHandler<AppointmentCommand.Book> {

    private final Bookings bookings;
    private final BiConsumer<Appointment, RequestContext> followUp;
    private final BookingTerms terms;
    private final InstantSource clock;

    /**
     * @param followUp what follows from the new appointment; repeating is safe
     */
    BookAppointment(Bookings bookings, BiConsumer<Appointment, RequestContext> followUp, BookingTerms terms,
            InstantSource clock) {
        this.bookings = bookings;
        this.followUp = followUp;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Book command, RequestContext context) {
        BookingSituation situation = situationOf(command.booking());
        BookingTerms known = terms.knowing(situation.resources());
        Appointment wanted = Appointment.requested(command.booking(), context.provenance(clock.instant()), known);
        return Decisions.carryOut(BookingPolicy.decide(wanted, situation, known),
                granted -> context.receipt().writeWith(granted, bookings::save),
                booked -> followUp.accept(booked, context));
    }

    private BookingSituation situationOf(Booking wanted) {
        return bookings.situationOf(wanted.appointmentId(), wanted.patientId(), terms.daysWithin(wanted),
                wanted.resources());
    }
}
