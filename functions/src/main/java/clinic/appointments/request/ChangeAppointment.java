package clinic.appointments.request;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Fate;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.CalendarId;
import clinic.appointments.model.Cause;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Bookings;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Written;

/**
 * Moves or cancels an appointment: look, decide, save; what has a new time is announced. Old and new claims change in one
 * transaction, so that a move that fails keeps the old time.
 */
final class ChangeAppointment {

    private final Appointments appointments;
    private final Bookings bookings;
    private final Announcement announcement;
    private final Terms terms;

    /**
     * What changes are decided by.
     *
     * @param plan
     *            for the reminders of a new time
     */
    record Terms(ReminderPlan plan, InstantSource clock, Contention contention) {
    }

    ChangeAppointment(Appointments appointments, Bookings bookings, Announcement announcement, Terms terms) {
        this.appointments = appointments;
        this.bookings = bookings;
        this.announcement = announcement;
        this.terms = terms;
    }

    Attempt reschedule(AppointmentCommand.Reschedule command, Order order, Deadline deadline) {
        return change(command.appointmentId(), order, deadline, (existing, cause) -> {
            Booking moved = existing.booking().movedTo(command.slot(),
                    command.resources().orElse(existing.booking().resources()));
            return ChangePolicy.reschedule(existing, moved, bookings.days(ChangePolicy.daysOfMove(existing, moved)),
                    cause, terms.plan());
        });
    }

    Attempt cancel(AppointmentCommand.Cancel command, Order order, Deadline deadline) {
        return change(command.appointmentId(), order, deadline, (existing, cause) -> ChangePolicy.cancel(existing,
                bookings.days(CalendarId.claimedBy(existing.booking())), cause, command.reason()));
    }

    private Attempt change(AppointmentId id, Order order, Deadline deadline,
            BiFunction<Appointment, Cause, Decision> decide) {
        return terms.contention().retry(deadline, () -> tryOnce(id, order, decide));
    }

    private Optional<Attempt> tryOnce(AppointmentId id, Order order, BiFunction<Appointment, Cause, Decision> decide) {
        Optional<Appointment> existing = appointments.find(id);
        if (existing.isEmpty()) {
            return Optional.of(new Attempt.NotYet(RejectionReason.UNKNOWN_APPOINTMENT));
        }
        return switch (decide.apply(existing.get(), order.cause(terms.clock().instant()))) {
            case Decision.Granted granted -> bookings.save(granted) == Written.DONE
                    ? Optional.of(
                            tell(granted.appointment(), order, granted.appointment().latestChange().action().name()))
                    : Optional.empty();
            case Decision.Repeated(var stored) -> Optional.of(tell(stored, order, Fate.Accepted.REPEATED));
            case Decision.Rejected(var reason) -> Optional.of(Attempt.rejected(reason));
            case Decision.PatientMissing() -> throw new IllegalStateException("a change asks for no patient");
        };
    }

    private Attempt tell(Appointment changed, Order order, String what) {
        return changed.status().isTerminal()
                ? Announcement.done(changed, what)
                : announcement.announce(changed, order.request(), what);
    }
}
