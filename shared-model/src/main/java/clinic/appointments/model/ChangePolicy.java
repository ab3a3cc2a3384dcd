package clinic.appointments.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may move or cancel an appointment, and who may not. Pure: the same question has the same answer. */
public final class ChangePolicy {

    private ChangePolicy() {
    }

    /** The calendar days that moving an appointment writes: those of its old and of its new time, each once. */
    public static List<CalendarId> daysOfMove(Appointment existing, Booking moved) {
        Set<CalendarId> days = new LinkedHashSet<>(CalendarId.claimedBy(existing.booking()));
        days.addAll(CalendarId.claimedBy(moved));
        return List.copyOf(days);
    }

    /**
     * Decides on another time or other resources; the appointment's own time is no obstacle.
     *
     * @param days
     *            those of {@link #daysOfMove}
     * @param plan
     *            for the reminders of the new time
     */
    public static Decision reschedule(Appointment existing, Booking moved, List<CalendarDay> days, Cause cause,
            ReminderPlan plan) {
        return settled(existing, AppointmentAction.RESCHEDULE, cause).orElseGet(
                () -> BookingRules.refusal(moved, daysOf(moved, days), cause.at()).<Decision>map(Decision.Rejected::new)
                        .orElseGet(() -> new Decision.Granted(Optional.of(existing),
                                existing.rescheduled(cause, moved, plan), moved(moved, days))));
    }

    /**
     * Decides on a cancellation.
     *
     * @param days
     *            that the appointment claims
     */
    public static Decision cancel(Appointment existing, List<CalendarDay> days, Cause cause,
            Optional<ReasonCode> reason) {
        return settled(existing, AppointmentAction.CANCEL, cause)
                .orElseGet(() -> new Decision.Granted(Optional.of(existing), existing.cancelled(cause, reason),
                        days.stream().map(day -> day.released(existing.id())).toList()));
    }

    /** What is decided by the appointment alone. */
    private static Optional<Decision> settled(Appointment existing, AppointmentAction action, Cause cause) {
        if (existing.hasSeen(cause.requestId(), action)) {
            return Optional.of(new Decision.Repeated(existing));
        }
        return switch (existing.status().on(action)) {
            case Transition.Illegal _ -> Optional.of(new Decision.Rejected(RejectionReason.ILLEGAL_TRANSITION));
            case Transition.Repeated() -> Optional.of(new Decision.Repeated(existing));
            case Transition.To _ -> existing.isWornOut() && action == AppointmentAction.RESCHEDULE
                    ? Optional.of(new Decision.Rejected(RejectionReason.TOO_MANY_CHANGES))
                    : Optional.empty();
        };
    }

    private static List<CalendarDay> daysOf(Booking booking, List<CalendarDay> days) {
        List<CalendarId> claimed = CalendarId.claimedBy(booking);
        return days.stream().filter(day -> claimed.contains(day.id())).toList();
    }

    private static List<CalendarDay> moved(Booking booking, List<CalendarDay> days) {
        List<CalendarId> claimed = CalendarId.claimedBy(booking);
        AppointmentId id = booking.appointmentId();
        return days.stream().map(day -> claimed.contains(day.id())
                ? day.without(id).claimed(booking.slot().interval(), id)
                : day.released(id)).toList();
    }
}
