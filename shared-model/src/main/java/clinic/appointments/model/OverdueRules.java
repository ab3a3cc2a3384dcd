package clinic.appointments.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    private static final long QUARTER_HOUR_SECONDS = 900;

    /**
     * The quarter of an hour (UTC) in which the appointment's earliest open work becomes overdue; empty when it has no
     * open work. To the quarter, because a confirmation and the notice that follows at once then have the same.
     */
    public static Optional<Instant> overdueFrom(Appointment appointment) {
        return earliestLimit(appointment).map(OverdueRules::quarterOf);
    }

    /** Whether any work of the appointment is overdue. */
    public boolean hasOverdueWork(Appointment appointment) {
        return earliestLimit(appointment).filter(this::isOver).isPresent();
    }

    /** Whether the hold has ended and the appointment still claims its time. */
    public boolean isHoldOverdue(Appointment appointment) {
        return limitOfHold(appointment).filter(this::isOver).isPresent();
    }

    /** Whether the appointment needs no confirmation by hand and is not confirmed. */
    public boolean isConfirmationOverdue(Appointment appointment) {
        return limitOfConfirmation(appointment).filter(this::isOver).isPresent();
    }

    /** The reminders of the appointment that are due and open. */
    public List<Reminder> overdueReminders(Appointment appointment) {
        return appointment.openReminders().filter(reminder -> isOver(limitOf(reminder))).toList();
    }

    private static Optional<Instant> earliestLimit(Appointment appointment) {
        Stream<Instant> reminders = appointment.openReminders().map(OverdueRules::limitOf);
        return Stream.of(limitOfHold(appointment).stream(), limitOfConfirmation(appointment).stream(), reminders)
                .flatMap(limits -> limits).min(Instant::compareTo);
    }

    private static Optional<Instant> limitOfHold(Appointment appointment) {
        return appointment.holdExpiresAt().filter(_ -> isRequested(appointment)).map(end -> end.plus(OF_SCHEDULES));
    }

    private static Optional<Instant> limitOfConfirmation(Appointment appointment) {
        return isRequested(appointment) && appointment.holdExpiresAt().isEmpty()
                ? Optional.of(appointment.updatedAt().plus(OF_MESSAGES))
                : Optional.empty();
    }

    /** A notice is a message from the start; the other reminders wait in a schedule. */
    private static Instant limitOf(Reminder reminder) {
        return reminder.dueAt().plus(switch (reminder.key().kind()) {
            case ReminderKind.Notice _ -> OF_MESSAGES;
            case ReminderKind.Before _,ReminderKind.DaysBefore _ -> OF_SCHEDULES;
        });
    }

    private static Instant quarterOf(Instant limit) {
        return Instant
                .ofEpochSecond(Math.floorDiv(limit.getEpochSecond(), QUARTER_HOUR_SECONDS) * QUARTER_HOUR_SECONDS);
    }

    private boolean isOver(Instant limit) {
        return !now.isBefore(limit);
    }

    private static boolean isRequested(Appointment appointment) {
        return appointment.status() == AppointmentStatus.REQUESTED;
    }
}
