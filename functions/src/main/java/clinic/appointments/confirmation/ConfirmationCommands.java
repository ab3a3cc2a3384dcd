package clinic.appointments.confirmation;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.WriteResult;

/** The command handlers of the confirmation queue, by command. */
record ConfirmationCommands(ConfirmAppointment confirm, CompleteAppointment complete)
        implements
            CommandHandler<AppointmentCommand.ConfirmationCommand> {

    static ConfirmationCommands of(Appointments appointments, DecideConfirmation decision, AppointmentTimers timers,
            InstantSource clock) {
        ChangeAppointment change = new ChangeAppointment(appointments,
                (granted, receipt) -> receipt.claim() ? appointments.save(granted) : WriteResult.TAKEN,
                (changed, context) -> timers.set(changed, context.correlation()), clock);
        return new ConfirmationCommands(new ConfirmAppointment(change, decision),
                new CompleteAppointment(change, decision.policy()));
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.ConfirmationCommand command, RequestContext context) {
        return switch (command) {
            case AppointmentCommand.Confirm confirmation -> confirm.handle(confirmation, context);
            case AppointmentCommand.Complete completion -> complete.handle(completion, context);
        };
    }
}
