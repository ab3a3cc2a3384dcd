package clinic.appointments.query;

import java.util.function.BiPredicate;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.Lateness;

/** What can be asked for among what should have happened and has not. */
enum OverdueKind {

    /** Reminders of appointments that will take place. */
    REMINDERS(AppointmentStatus.CONFIRMED, OverdueKind::hasOverdueReminder),
    /** Notices of cancellations. */
    NOTICES(AppointmentStatus.CANCELLED, OverdueKind::hasOverdueReminder),
    HOLDS(AppointmentStatus.REQUESTED, Lateness::isHoldOverdue),
    CONFIRMATIONS(AppointmentStatus.REQUESTED, Lateness::isConfirmationOverdue),
    /** Appointments whose local time has other instants by the zone rules of today than when they were booked. */
    SHIFTED_APPOINTMENTS(AppointmentStatus.CONFIRMED, OverdueKind::isShifted),
    /** The same of those that are not confirmed. */
    SHIFTED_REQUESTS(AppointmentStatus.REQUESTED, OverdueKind::isShifted);

    private final AppointmentStatus status;
    private final BiPredicate<Lateness, Appointment> rule;

    OverdueKind(AppointmentStatus status, BiPredicate<Lateness, Appointment> rule) {
        this.status = status;
        this.rule = rule;
    }

    /** Status of the appointments among which to look. */
    AppointmentStatus status() {
        return status;
    }

    boolean includes(Appointment appointment, Lateness lateness) {
        return rule.test(lateness, appointment);
    }

    private static boolean isShifted(Lateness lateness, Appointment appointment) {
        return appointment.startAt().isAfter(lateness.now()) && appointment.slot().isShiftedByZoneRules();
    }

    private static boolean hasOverdueReminder(Lateness lateness, Appointment appointment) {
        return !lateness.overdueReminders(appointment).isEmpty();
    }
}
