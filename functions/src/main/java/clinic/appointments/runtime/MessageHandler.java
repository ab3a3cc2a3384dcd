package clinic.appointments.runtime;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.Deadline;

/** What a function does with one message. An exception means that the message is to be delivered again. */
@FunctionalInterface
public interface MessageHandler {

    Disposition handle(IncomingMessage message, Deadline deadline);
}
