package clinic.appointments.request;

import java.util.List;
import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.port.Calendars;

/** Cancels an appointment and releases its time. */
record CancelAppointment(ChangeAppointment change, Calendars calendars, ChangePolicy policy)
        implements
            CommandHandler<AppointmentCommand.Cancel> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Cancel command, RequestContext context) {
        return change.change(command.appointmentId(), context, (existing, provenance) -> policy.cancel(existing,
                claimedDays(existing), provenance.initiatedBy(command.initiatedBy()), command.reason()));
    }

    private List<CalendarDay> claimedDays(Appointment existing) {
        return calendars.days(policy.daysOfCancellation(existing));
    }
}
