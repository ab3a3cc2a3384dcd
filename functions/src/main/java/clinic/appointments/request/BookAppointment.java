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
import clinic.appointments.model.Decision;
import clinic.appointments.port.Bookings;

/** Books an appointment: read, decide, save, follow up. */
final class BookAppointment implements CommandHandler<AppointmentCommand.Book> {

    private final Bookings bookings;
    private final BookingFromPools pools;
    private final BiConsumer<Appointment, RequestContext> followUp;
    private final BookingTerms terms;
    private final InstantSource clock;

    /**
     * @param followUp what follows from the new appointment; repeating is safe
     */
    BookAppointment(Bookings bookings, BookingFromPools pools, BiConsumer<Appointment, RequestContext> followUp,
            BookingTerms terms, InstantSource clock) {
        this.bookings = bookings;
        this.pools = pools;
        this.followUp = followUp;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Book command, RequestContext context) {
        return decide(command.booking(), context).flatMap(decision -> Decisions.carryOut(decision,
                granted -> context.receipt().writeWith(granted, bookings::save),
                booked -> followUp.accept(booked, context)));
    }

    private Optional<Decision> decide(Booking booking, RequestContext context) {
        BookingTerms withPools = terms.knowingPools(pools.poolsOf(booking));
        BookingSituation situation = bookings.situationOf(booking.appointmentId(), booking.patientId(),
                withPools.daysWithin(booking), withPools.candidates(booking.resources()));
        BookingTerms known = withPools.knowing(situation.resources());
        Appointment wanted = Appointment.requested(booking, context.provenance(clock.instant()), known);
        return pools.decide(booking, withPools, situation.days(),
                days -> BookingPolicy.decide(wanted, situation.on(days), known));
    }
}
