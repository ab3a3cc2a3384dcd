package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The overdue rules: the conditions under which a confirmation, the end of a hold or a reminder of an appointment
 * counts as late. The times allowed are longer than a message needs that fails four times before it succeeds.
 *
 * @param now the time of the check
 */
public record OverdueRules(Instant now) {

    private static final Duration OF_MESSAGES = Duration.ofMinutes(15);
    /** A schedule may also fire up to 15 minutes late, on purpose. */
    private static final Duration OF_SCHEDULES = Duration.ofMinutes(30);

    /** Whether the hold has ended and the appointment still claims its time. */
    public boolean isHoldOverdue(Appointment appointment) {
        return isRequested(appointment) && appointment.isHoldOver(now.minus(OF_SCHEDULES));
    }

    /** Whether the appointment needs no confirmation by hand and is not confirmed. */
    public boolean isConfirmationOverdue(Appointment appointment) {
        return isRequested(appointment) && appointment.holdExpiresAt().isEmpty()
                && appointment.updatedAt().isBefore(now.minus(OF_MESSAGES));
    }

    /** The reminders of the appointment that are due and open. */
    public List<Reminder> overdueReminders(Appointment appointment) {
        return appointment.openReminders().filter(reminder -> reminder.dueAt().isBefore(now.minus(OF_SCHEDULES)))
                .toList();
    }

    private static boolean isRequested(Appointment appointment) {
        return appointment.status() == AppointmentStatus.REQUESTED;
    }
}
