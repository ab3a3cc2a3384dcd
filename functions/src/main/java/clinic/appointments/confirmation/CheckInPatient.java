package clinic.appointments.confirmation;

import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.MarkAppointment;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Effect;
import clinic.appointments.model.CheckInPolicy;

/** Notes how far a patient has come on the day of the appointment. */
record CheckInPatient(MarkAppointment mark) implements CommandHandler<AppointmentCommand.CheckIn> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.CheckIn command, RequestContext context) {
        return mark.mark(command.appointmentId(), context, Effect.CHECKED_IN,
                (existing, provenance) -> CheckInPolicy.decide(existing, command.state(), provenance));
    }
}
