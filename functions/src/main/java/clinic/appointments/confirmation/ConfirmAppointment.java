package clinic.appointments.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import clinic.appointments.message.ConfirmationMessage;
import clinic.appointments.message.Fate;
import clinic.appointments.message.Patience;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentAction;
import clinic.appointments.model.Cause;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderPlan;
import clinic.appointments.model.Transition;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Reminders;

/**
 * Confirms an appointment and schedules every reminder that is still open. A redelivered message does the second part
 * again, which heals a crash in between.
 */
final class ConfirmAppointment {

    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    private static final Duration RETREAT = Duration.ofSeconds(2);

    private final Appointments appointments;
    private final Reminders reminders;
    private final ReminderPlan plan;
    private final InstantSource clock;

    ConfirmAppointment(Appointments appointments, Reminders reminders, ReminderPlan plan, InstantSource clock) {
        this.appointments = appointments;
        this.reminders = reminders;
        this.plan = plan;
        this.clock = clock;
    }

    /**
     * @param receiveCount
     *            how often the message was delivered, this time included
     */
    Fate handle(ConfirmationMessage message, int receiveCount) {
        return appointments.find(message.appointmentId()).map(found -> confirm(found, message))
                .orElseGet(() -> Patience.fate(RejectionReason.UNKNOWN_APPOINTMENT, receiveCount));
    }

    private Fate confirm(Appointment found, ConfirmationMessage message) {
        return switch (found.status().on(AppointmentAction.CONFIRM)) {
            case Transition.To _ ->
                save(found.confirmed(Cause.following(message.requestId(), clock.instant()), plan), message);
            case Transition.Repeated() -> schedule(found, message, Fate.Accepted.REPEATED);
            case Transition.Illegal _ -> new Fate.Rejected(RejectionReason.ILLEGAL_TRANSITION);
        };
    }

    private Fate save(Appointment confirmed, ConfirmationMessage message) {
        return switch (appointments.save(confirmed)) {
            case DONE -> schedule(confirmed, message, "CONFIRMED");
            case CONFLICT -> new Fate.Postponed("CONTENDED", RETREAT);
        };
    }

    private Fate schedule(Appointment confirmed, ConfirmationMessage message, String what) {
        confirmed.reminders().stream().filter(Reminder::isOpen)
                .forEach(reminder -> schedule(reminder, confirmed, message));
        return new Fate.Accepted(what);
    }

    private void schedule(Reminder reminder, Appointment confirmed, ConfirmationMessage message) {
        ReminderMessage remind = new ReminderMessage(confirmed.id(), reminder.key(), message.trail());
        Instant soon = clock.instant().plus(AT_ONCE);
        if (reminder.dueAt().isAfter(soon)) {
            reminders.schedule(remind, reminder.dueAt(), confirmed.startAt());
        } else {
            reminders.sendNow(remind);
        }
    }
}
