package clinic.appointments.confirmation;

import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.MarkAppointment;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Stores;
import clinic.appointments.port.WriteResult;

/** The command handlers of the confirmation queue, by command. */
record ConfirmationCommands(ConfirmAppointment confirm, CompleteAppointment complete, CheckInPatient checkIn)
        implements
            CommandHandler<AppointmentCommand.ConfirmationCommand> {

    static ConfirmationCommands of(Stores stores, DecideConfirmation decision, AppointmentTimers timers,
            InstantSource clock) {
        Appointments appointments = stores.appointments();
        ChangeAppointment change = new ChangeAppointment(appointments,
                (granted, receipt) -> receipt.claim() ? appointments.save(granted) : WriteResult.TAKEN,
                (changed, context) -> timers.set(changed, context.correlation()), clock);
        return new ConfirmationCommands(new ConfirmAppointment(change, decision),
                new CompleteAppointment(change, decision.policy()),
                new CheckInPatient(new MarkAppointment(appointments, stores.markings(), clock)));
    }

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.ConfirmationCommand command, RequestContext context) {
        return switch (command) {
            case AppointmentCommand.Confirm confirmation -> confirm.handle(confirmation, context);
            case AppointmentCommand.Complete completion -> complete.handle(completion, context);
            case AppointmentCommand.CheckIn mark -> checkIn.handle(mark, context);
        };
    }
}
