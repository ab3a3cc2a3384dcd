package clinic.appointments.inbox;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.port.Deadline;

/** What a stage does with a command. An exception means that the message is to be delivered again. */
@FunctionalInterface
public interface Work<C extends AppointmentCommand> {

    Attempt attempt(C command, Order order, Deadline deadline);
}
