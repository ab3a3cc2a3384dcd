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
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Provenance;
import clinic.appointments.port.Calendars;

/** Cancels an appointment that was not confirmed by the end of its hold, and releases its time. */
record ExpireHold(ChangeAppointment change, Calendars calendars, ChangePolicy policy)
        implements
            CommandHandler<AppointmentCommand.ExpireHold> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.ExpireHold command, RequestContext context) {
        return change.change(command.appointmentId(), context,
                (existing, provenance) -> policy.expire(existing, claimedDays(existing),
                        Provenance.following(provenance.requestId(), provenance.at())
                                .correlatedBy(provenance.correlation())));
    }

    private List<CalendarDay> claimedDays(Appointment existing) {
        List<CalendarId> days = policy.daysOfExpiry(existing);
        return days.isEmpty() ? List.of() : calendars.days(days);
    }
}
