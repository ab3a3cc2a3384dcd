package clinic.appointments.decideConfirmation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.Correlation;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.Reminders;
import clinic.appointments.port.Schedules;

/**
 * What follows of the state that an appointment has: the end of its hold and its open reminders are scheduled. Doing it
 * again changes nothing, which heals a crash in between.
 */
final class AppointmentTimers {

    private static final Duration IMMEDIATE = Duration.ofMinutes(1);

    private final Schedules schedules;
    private final Reminders reminders;
    private final InstantSource clock;

    AppointmentTimers(Schedules schedules, Reminders reminders, InstantSource clock) {
        this.schedules = schedules;
        this.reminders = reminders;
        this.clock = clock;
    }

    void of(Appointment appointment, Correlation correlation) {
        appointment.holdExpiresAt().ifPresent(end -> schedules.endHold(appointment.id(), end, correlation));
        appointment.openReminders().forEach(reminder -> schedule(reminder, appointment, correlation));
    }

    private void schedule(Reminder reminder, Appointment appointment, Correlation correlation) {
        ReminderMessage.Remind remind = new ReminderMessage.Remind(appointment.id(), reminder.key(), correlation);
        Instant soon = clock.instant().plus(IMMEDIATE);
        if (reminder.dueAt().isAfter(soon)) {
            schedules.remind(remind, reminder.dueAt(), appointment.startAt());
        } else {
            reminders.send(remind);
        }
    }
}
