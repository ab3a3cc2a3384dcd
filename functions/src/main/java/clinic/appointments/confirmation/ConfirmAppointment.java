package clinic.appointments.confirmation;

import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;

/** Confirms an appointment by hand. */
record ConfirmAppointment(ChangeAppointment change, DecideConfirmation decision)
        implements
            CommandHandler<AppointmentCommand.Confirm> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Confirm command, RequestContext context) {
        return change.change(command.appointmentId(), context, decision::decide);
    }
}
