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
record RescheduleAppointment(ChangeAppointment change, Bookings bookings, BookingFromPools pools, ChangePolicy policy)
        implements
            CommandHandler<AppointmentCommand.Reschedule> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.Reschedule command, RequestContext context) {
        return change.changeIfDecided(command.appointmentId(), context,
                (existing, provenance) -> command.of(existing).map(moved -> decide(existing, moved, provenance))
                        .orElseGet(() -> Optional.of(policy.rejectMoveWithoutEnd(existing, provenance))));
    }

    private Optional<Decision> decide(Appointment existing, Booking moved, Provenance provenance) {
        ChangePolicy withPools = policy.knowingPools(pools.among(moved.resources()));
        BookingSituation situation = bookings.situationOf(existing, withPools.daysOfMove(existing, moved),
                withPools.terms().candidates(moved.resources()));
        ChangePolicy known = withPools.knowing(situation.resources());
        return pools.decide(moved, withPools.terms(), situation.days(), days -> known.reschedule(existing, moved, days,
                zoneOf(situation, existing), provenance));
    }

    private static ZoneId zoneOf(BookingSituation situation, Appointment existing) {
        return situation.patient().flatMap(Patient::timeZone).orElse(existing.slot().zone());
    }
}
