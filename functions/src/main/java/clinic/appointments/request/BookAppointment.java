package clinic.appointments.request;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.Decisions;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingPolicy;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.Decision;
import clinic.appointments.model.PatientId;
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
        Booking booking = command.booking();
        return handle(booking, terms.knowingPools(pools.among(booking.resources())), context);
    }

    /**
     * Books by these terms.
     *
     * @param withPools terms that know the pools of the booking
     */
    Optional<CommandResult> handle(Booking booking, BookingTerms withPools, RequestContext context) {
        return decide(booking, withPools, context).flatMap(decision -> carryOut(decision, context));
    }

    /** Rejects a request that is no booking, unless an earlier delivery of it was one. */
    Optional<CommandResult> reject(AppointmentId id, PatientId patient, Decision.Rejected rejection,
            RequestContext context) {
        BookingSituation situation = bookings.situationOf(id, patient, List.of(), List.of());
        return carryOut(BookingPolicy.reject(context.requestId(), situation, rejection), context);
    }

    private Optional<CommandResult> carryOut(Decision decision, RequestContext context) {
        return Decisions.carryOut(decision, granted -> context.receipt().writeWith(granted, bookings::save),
                booked -> followUp.accept(booked, context));
    }

    private Optional<Decision> decide(Booking booking, BookingTerms withPools, RequestContext context) {
        BookingSituation situation = bookings.situationOf(booking.appointmentId(), booking.patientId(),
                withPools.daysWithin(booking), withPools.candidates(booking.resources()));
        BookingTerms known = withPools.knowing(situation.resources());
        Appointment wanted = Appointment.requested(booking, context.provenance(clock.instant()), known);
        return pools.decide(booking, withPools, situation.days(),
                days -> BookingPolicy.decide(wanted, situation.on(days), known));
    }
}
