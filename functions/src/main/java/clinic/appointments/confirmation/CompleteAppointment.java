package clinic.appointments.confirmation;

import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.ChangePolicy;

/** Completes an appointment that has started: the patient came, or did not. */
record CompleteAppointment(ChangeAppointment change, ChangePolicy policy)
        implements
            CommandHandler<AppointmentCommand.Complete> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Complete command, RequestContext context) {
        return change.change(command.appointmentId(), context,
                (existing, provenance) -> policy.complete(existing, command.outcome(), provenance));
    }
}
