package clinic.appointments.query;

import java.time.Instant;
import java.util.function.BiPredicate;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.BookingTerms;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.OverdueRules;

/** A kind of overdue, unresolved or shifted appointments that a query can ask for. */
enum OverdueKind {

    /** Reminders of appointments that will take place. */
    REMINDERS(AppointmentStatus.CONFIRMED, OverdueKind::hasOverdueReminder),
    /** Notices of cancellations. */
    NOTICES(AppointmentStatus.CANCELLED, OverdueKind::hasOverdueReminder),
    HOLDS(AppointmentStatus.REQUESTED, OverdueRules::isHoldOverdue),
    CONFIRMATIONS(AppointmentStatus.REQUESTED, OverdueRules::isConfirmationOverdue),
    /** Confirmed appointments that are over, and of which nobody has recorded whether the patient came. */
    UNRESOLVED(AppointmentStatus.CONFIRMED, OverdueKind::isOver),
    /** Confirmed appointments to whose local time the present zone rules give other instants than at booking. */
    SHIFTED_APPOINTMENTS(AppointmentStatus.CONFIRMED, OverdueKind::isShifted),
    /** The same for requested appointments. */
    SHIFTED_REQUESTS(AppointmentStatus.REQUESTED, OverdueKind::isShifted);

    private final AppointmentStatus status;
    private final BiPredicate<OverdueRules, Appointment> rule;

    OverdueKind(AppointmentStatus status, BiPredicate<OverdueRules, Appointment> rule) {
        this.status = status;
        this.rule = rule;
    }

    /** Status of the appointments to search. */
    AppointmentStatus status() {
        return status;
    }

    /** Whether it is open work, which a late message waits for. */
    boolean isWork() {
        return this != SHIFTED_APPOINTMENTS && this != SHIFTED_REQUESTS && this != UNRESOLVED;
    }

    /** The local dates, in any zone, of appointments of a kind that is no open work. */
    DateRange dates(BookingTerms terms, Instant now) {
        return this == UNRESOLVED ? terms.datesBehind(now) : terms.datesAhead(now);
    }

    boolean includes(Appointment appointment, OverdueRules overdue) {
        return appointment.status() == status && rule.test(overdue, appointment);
    }

    private static boolean isOver(OverdueRules overdue, Appointment appointment) {
        return !appointment.interval().end().isAfter(overdue.now());
    }

    private static boolean isShifted(OverdueRules overdue, Appointment appointment) {
        return appointment.startAt().isAfter(overdue.now()) && appointment.slot().isShiftedByZoneRules();
    }

    private static boolean hasOverdueReminder(OverdueRules overdue, Appointment appointment) {
        return !overdue.overdueReminders(appointment).isEmpty();
    }
}
