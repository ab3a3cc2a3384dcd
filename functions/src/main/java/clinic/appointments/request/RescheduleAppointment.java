package clinic.appointments.request;

import java.time.ZoneId;
import java.util.Optional;

import clinic.appointments.inbox.ChangeAppointment;
import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Patient;
import clinic.appointments.model.Provenance;
import clinic.appointments.port.Bookings;

/**
 * Moves an appointment to another time or other resources. Old and new claims change in one transaction, so that a
 * failed move keeps the old time.
 */
record RescheduleAppointment(ChangeAppointment change, Bookings bookings, ChangePolicy policy)
        implements
            CommandHandler<AppointmentCommand.Reschedule> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Reschedule command, RequestContext context) {
        return change.change(command.appointmentId(), context,
                (existing, provenance) -> decide(existing, command.of(existing.booking()), provenance));
    }

    private Decision decide(Appointment existing, Booking moved, Provenance provenance) {
        BookingSituation situation = bookings.situationOf(existing, policy.daysOfMove(existing, moved),
                moved.resources());
        return policy.knowing(situation.resources()).reschedule(existing, moved, situation.days(),
                zoneOf(situation, existing), provenance);
    }

    private static ZoneId zoneOf(BookingSituation situation, Appointment existing) {
        return situation.patient().flatMap(Patient::timeZone).orElse(existing.slot().zone());
    }
}
