package clinic.appointments.request;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.BookingSituation;
import clinic.appointments.model.CalendarDay;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Patient;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Calendars;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.WriteResult;

/**
 * Moves, cancels or releases an appointment: look, decide, save, announce. Old and new claims change in one
 * transaction, so that a move that fails keeps the old time.
 */
final class ChangeAppointment {

    private final Appointments appointments;
    private final Bookings bookings;
    private final Calendars calendars;
    private final FollowUpPublisher followUps;
    private final ChangePolicy policy;
    private final Turn turn;

    ChangeAppointment(Stores stores, FollowUpPublisher followUps, ChangePolicy policy, Turn turn) {
        this.appointments = stores.appointments();
        this.bookings = stores.bookings();
        this.calendars = stores.calendars();
        this.followUps = followUps;
        this.policy = policy;
        this.turn = turn;
    }

    /** Where appointments are read one by one, where together with what they claim, and where claims alone. */
    record Stores(Appointments appointments, Bookings bookings, Calendars calendars) {
    }

    CommandResult reschedule(AppointmentCommand.Reschedule command, RequestContext context, Deadline deadline) {
        return change(command.appointmentId(), context, deadline, (existing, provenance) -> {
            Booking moved = command.of(existing.booking());
            BookingSituation situation = bookings.situationOf(existing.id(), existing.patientId(),
                    policy.daysOfMove(existing, moved));
            return policy.reschedule(existing, moved, situation.days(), zoneOf(situation, existing), provenance);
        });
    }

    CommandResult cancel(AppointmentCommand.Cancel command, RequestContext context, Deadline deadline) {
        return change(command.appointmentId(), context, deadline, (existing, provenance) -> policy.cancel(existing,
                released(existing), provenance, command.reason()));
    }

    CommandResult expire(AppointmentCommand.ExpireHold command, RequestContext context, Deadline deadline) {
        return change(command.appointmentId(), context, deadline,
                (existing, provenance) -> policy.expire(existing, released(existing),
                        Provenance.following(provenance.requestId(), provenance.at())));
    }

    private List<CalendarDay> released(Appointment existing) {
        return calendars.days(policy.daysOfCancellation(existing));
    }

    private static ZoneId zoneOf(BookingSituation situation, Appointment existing) {
        return situation.patient().flatMap(Patient::timeZone).orElse(existing.slot().zone());
    }

    private CommandResult change(AppointmentId id, RequestContext context, Deadline deadline,
            BiFunction<Appointment, Provenance, Decision> decide) {
        return turn.retry().retry(deadline, () -> tryOnce(id, context, decide));
    }

    private Optional<CommandResult> tryOnce(AppointmentId id, RequestContext context, BiFunction<Appointment, Provenance, Decision> decide) {
        Optional<Appointment> existing = appointments.find(id);
        if (existing.isEmpty()) {
            return Optional.of(new CommandResult.NotYet(RejectionReason.UNKNOWN_APPOINTMENT));
        }
        return switch (decide.apply(existing.get(), context.provenance(turn.clock().instant()))) {
            case Decision.Granted granted -> bookings.save(granted) == WriteResult.WRITTEN
                    ? Optional.of(followUps.publish(granted.appointment(), context, granted.what()))
                    : Optional.empty();
            case Decision.Repeated(var stored) ->
                Optional.of(followUps.publish(stored, context, Disposition.Accepted.REPEATED));
            case Decision.Rejected(var reason) -> Optional.of(CommandResult.rejected(reason));
            case Decision.PatientMissing() -> throw new IllegalStateException("a change asks for no patient");
        };
    }
}
