package clinic.appointments.runtime;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.Deadline;

/**
 * A message handler: the work of a function on one message. An exception means that the message is to be delivered
 * again.
 */
@FunctionalInterface
public interface MessageHandler {

    Disposition handle(IncomingMessage message, Deadline deadline);
}
