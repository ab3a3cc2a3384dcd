package clinic.appointments.request;

import clinic.appointments.inbox.Attempt;
import clinic.appointments.inbox.Order;
import clinic.appointments.inbox.Work;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.port.Deadline;

/** Which use case carries out which command of the request queue. */
record RequestedCommands(BookAppointment book, ChangeAppointment change, RegisterPatient register, ErasePatient erase)
        implements
            Work<AppointmentCommand.Requested> {

    @Override
    public Attempt attempt(AppointmentCommand.Requested command, Order order, Deadline deadline) {
        return switch (command) {
            case AppointmentCommand.Book(var booking) -> book.handle(booking, order, deadline);
            case AppointmentCommand.Reschedule reschedule -> change.reschedule(reschedule, order, deadline);
            case AppointmentCommand.Cancel cancel -> change.cancel(cancel, order, deadline);
            case AppointmentCommand.ExpireHold expire -> change.expire(expire, order, deadline);
            case AppointmentCommand.RegisterPatient registration -> register.handle(registration, order, deadline);
            case AppointmentCommand.ErasePatient erasure -> erase.handle(erasure, order, deadline);
        };
    }
}
