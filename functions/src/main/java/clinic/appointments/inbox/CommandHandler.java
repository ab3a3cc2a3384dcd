package clinic.appointments.inbox;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.port.Deadline;

/** What a stage does with a command. An exception means that the message is to be delivered again. */
@FunctionalInterface
public interface CommandHandler<C extends AppointmentCommand> {

    CommandResult attempt(C command, RequestContext context, Deadline deadline);
}
