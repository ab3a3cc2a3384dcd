package clinic.appointments.reminder;

import java.util.List;
import java.util.Optional;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Holds;
import clinic.appointments.port.Reminders;

/**
 * Sends the messages again that overdue appointments and reminders wait for, each with the correlation of the request
 * that it follows, so that an appointment's story does not break off.
 */
record OverdueMessages(FollowUps followUps, Holds holds, Reminders reminders) {

    /** Sends the messages for an appointment's overdue work, and counts them. */
    Overdue sendAgain(Appointment appointment, OverdueRules rules) {
        Provenance latest = appointment.latestChange().provenance();
        boolean hold = rules.isHoldOverdue(appointment);
        if (hold) {
            holds.end(appointment.id(), of(latest));
        }
        boolean confirmation = rules.isConfirmationOverdue(appointment);
        if (confirmation) {
            followUps.send(new FollowUp(appointment.id(), latest.requestId(), of(latest)));
        }
        return new Overdue(remind(appointment, rules.overdueReminders(appointment)), hold ? 1 : 0,
                confirmation ? 1 : 0);
    }

    /** Lets another invocation continue the search. */
    void continueAt(Optional<ReminderMessage.Position> position, Correlation correlation) {
        reminders.send(new ReminderMessage.Reconcile(position, correlation));
    }

    private long remind(Appointment appointment, List<Reminder> overdue) {
        overdue.forEach(reminder -> reminders.send(new ReminderMessage.Remind(appointment.id(), reminder.key(),
                of(requestBehind(reminder, appointment)))));
        return overdue.size();
    }

    /** The request that set the time of which the reminder tells. */
    private static Provenance requestBehind(Reminder reminder, Appointment appointment) {
        return appointment.history().stream().filter(entry -> entry.version() == reminder.key().scheduleVersion())
                .findFirst().orElseGet(appointment::latestChange).provenance();
    }

    private static Correlation of(Provenance request) {
        return new Correlation(request.correlation(), Optional.empty());
    }
}
