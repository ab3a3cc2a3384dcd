package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.ServiceObjective;
import clinic.appointments.message.Timeliness;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.ServiceLevels;

/** Writes the outcome of a reminder, and counts whether it was in time. */
record ReminderWriter(Appointments appointments, ServiceLevels levels, InstantSource clock) {

    Disposition close(DueReminder due, ReminderState state) {
        return close(due, due.reminder().in(state, clock.instant()));
    }

    Disposition close(DueReminder due, Reminder closed) {
        appointments.update(due.appointment(), closed);
        if (closed.state() == ReminderState.SENT || closed.state() == ReminderState.SKIPPED_TOO_LATE) {
            levels.took(ServiceObjective.REMINDED, Duration.between(due.reminder().dueAt(), clock.instant()));
        }
        if (closed.state() == ReminderState.SENT) {
            levels.reminded(Duration.between(clock.instant(), due.appointment().startAt()));
        }
        return new Disposition.Accepted(Effect.of(closed.state()));
    }

    /** Puts a refused reminder off; its next try counts from a later due time, so this one counts as late. */
    void putOffRefused(DueReminder due, Instant until) {
        putOff(due, until);
        levels.count(ServiceObjective.REMINDED, Timeliness.LATE);
    }

    void putOff(DueReminder due, Instant until) {
        appointments.update(due.appointment(), due.reminder().dueAt(until, clock.instant()));
    }
}
