package clinic.appointments.request;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.port.Deadline;

/** Which use case carries out which command of the request queue. */
record RequestCommands(BookAppointment book, ChangeAppointment change, RegisterPatient register, ErasePatient erase)
        implements
            CommandHandler<AppointmentCommand.RequestCommand> {

    @Override
    public CommandResult attempt(AppointmentCommand.RequestCommand command, RequestContext context, Deadline deadline) {
        return switch (command) {
            case AppointmentCommand.Book(var booking) -> book.handle(booking, context, deadline);
            case AppointmentCommand.Reschedule reschedule -> change.reschedule(reschedule, context, deadline);
            case AppointmentCommand.Cancel cancel -> change.cancel(cancel, context, deadline);
            case AppointmentCommand.ExpireHold expire -> change.expire(expire, context, deadline);
            case AppointmentCommand.RegisterPatient registration -> register.handle(registration, context, deadline);
            case AppointmentCommand.ErasePatient erasure -> erase.handle(erasure, context, deadline);
        };
    }
}
