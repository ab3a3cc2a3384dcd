package clinic.appointments.request;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Stores;
import clinic.appointments.port.VisitPlans;

/** The command handlers of the request queue, by command. */
record RequestCommands(BookAppointment book, BookVisitAppointment bookVisit, RescheduleAppointment reschedule,
        CancelAppointment cancel,
        ExpireHold expire, RegisterPatient register, ErasePatient erase)
        implements
            CommandHandler<AppointmentCommand.RequestCommand> {

    static RequestCommands of(Stores stores, FollowUps followUps, ChangePolicy policy, InstantSource clock) {
        Bookings bookings = stores.bookings();
        FollowUpPublisher publisher = new FollowUpPublisher(followUps);
        ErasureGuard guard = new ErasureGuard(stores.patients(), stores.appointments(), stores.receipts(), clock);
        ChangeAppointment change = new ChangeAppointment(stores.appointments(),
                (granted, receipt) -> receipt.writeWith(granted, bookings::save), publisher::publish, clock);
        BookingFromPools pools = new BookingFromPools(stores.resources(), bookings);
        BookAppointment book = new BookAppointment(bookings, pools, (booked, context) -> {
            guard.enforce(booked);
            publisher.publish(booked, context);
        }, policy.terms(), clock);
        return new RequestCommands(book,
                new BookVisitAppointment(new VisitPlans(stores.resources(), policy.terms()), book),
                new RescheduleAppointment(change, bookings, pools, policy),
                new CancelAppointment(change, stores.calendars(), policy),
                new ExpireHold(change, stores.calendars(), policy),
                new RegisterPatient(stores.patients(), clock),
                new ErasePatient(stores.patients(), guard, new PatientAppointments(stores.search(),
                        stores.calendars(), stores.appointments(), policy.terms()), clock));
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.RequestCommand command, RequestContext context) {
        return switch (command) {
            case AppointmentCommand.Book booking -> book.handle(booking, context);
            case AppointmentCommand.BookVisit visit -> bookVisit.handle(visit, context);
            case AppointmentCommand.Reschedule move -> reschedule.handle(move, context);
            case AppointmentCommand.Cancel cancellation -> cancel.handle(cancellation, context);
            case AppointmentCommand.ExpireHold expiry -> expire.handle(expiry, context);
            case AppointmentCommand.RegisterPatient registration -> register.handle(registration, context);
            case AppointmentCommand.ErasePatient erasure -> erase.handle(erasure, context);
        };
    }
}
