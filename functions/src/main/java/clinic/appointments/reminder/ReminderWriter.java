package clinic.appointments.reminder;

import java.time.Instant;
import java.time.InstantSource;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Appointments;

/** Writes the outcome of a reminder. */
record ReminderWriter(Appointments appointments, InstantSource clock) {

    Disposition close(DueReminder due, ReminderState state) {
        return close(due, due.reminder().in(state, clock.instant()));
    }

    Disposition close(DueReminder due, Reminder closed) {
        appointments.close(due.appointment().id(), closed);
        return new Disposition.Accepted(Effect.of(closed.state()));
    }

    void putOff(DueReminder due, Instant until) {
        appointments.putOff(due.appointment().id(), due.reminder().dueAt(until, clock.instant()));
    }
}
