package clinic.appointments.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.Reminders;
import clinic.appointments.port.Schedules;

/**
 * Sets the timers for an appointment's state: the end of its hold, and its open reminders. Setting them again changes
 * nothing, which heals a crash in between.
 */
record AppointmentTimers(Schedules schedules, Reminders reminders, InstantSource clock) {

    private static final Duration IMMEDIATE = Duration.ofMinutes(1);

    void set(Appointment appointment, Correlation correlation) {
        appointment.holdExpiresAt().ifPresent(end -> schedules.endHold(appointment.id(), end, correlation));
        appointment.openReminders().forEach(reminder -> set(reminder, appointment, correlation));
    }

    private void set(Reminder reminder, Appointment appointment, Correlation correlation) {
        ReminderMessage.Remind remind = new ReminderMessage.Remind(appointment.id(), reminder.key(), correlation);
        Instant soon = clock.instant().plus(IMMEDIATE);
        if (reminder.dueAt().isAfter(soon)) {
            schedules.remind(remind, reminder.dueAt(), appointment.startAt());
        } else {
            reminders.send(remind);
        }
    }
}
