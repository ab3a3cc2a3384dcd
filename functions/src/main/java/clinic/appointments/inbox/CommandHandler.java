package clinic.appointments.inbox;

import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;

/** A command handler: a use case that carries out the commands of one type. */
@FunctionalInterface
public interface CommandHandler<C extends AppointmentCommand> {

    /**
     * Carries a command out once. An exception means that its message is to be delivered again.
     *
     * @return empty when another writer was faster, or the request has a receipt: nothing was changed, and the caller
     *         finds out and tries again
     */
    Optional<CommandResult> handle(C command, RequestContext context);
}
