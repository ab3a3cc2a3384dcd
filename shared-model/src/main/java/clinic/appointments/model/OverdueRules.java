package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What should have happened to an appointment by now, and has not. The times allowed are longer than a message takes
 * that fails four times before it gets through.
 *
 * @param now when it is looked at
 */
public record OverdueRules(Instant now) {

    private static final Duration OF_MESSAGES = Duration.ofMinutes(15);
    /** A schedule may besides fire up to 15 minutes late, on purpose. */
    private static final Duration OF_SCHEDULES = Duration.ofMinutes(30);

    /** Its hold has ended, and it holds its time still. */
    public boolean isHoldOverdue(Appointment appointment) {
        return isRequested(appointment) && appointment.isHoldOver(now.minus(OF_SCHEDULES));
    }

    /** It needs no confirmation by hand, and is not confirmed. */
    public boolean isConfirmationOverdue(Appointment appointment) {
        return isRequested(appointment) && appointment.holdExpiresAt().isEmpty()
                && appointment.updatedAt().isBefore(now.minus(OF_MESSAGES));
    }

    /** Its reminders that are due and open. */
    public List<Reminder> overdueReminders(Appointment appointment) {
        return appointment.openReminders().filter(reminder -> reminder.dueAt().isBefore(now.minus(OF_SCHEDULES)))
                .toList();
    }

    private static boolean isRequested(Appointment appointment) {
        return appointment.status() == AppointmentStatus.REQUESTED;
    }
}
