package clinic.appointments.reminder;

import java.util.List;
import java.util.Optional;

import clinic.appointments.message.Correlation;
import clinic.appointments.message.FollowUp;
import clinic.appointments.message.Overdue;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.OverdueRules;
import clinic.appointments.model.Reminder;
import clinic.appointments.port.FollowUps;
import clinic.appointments.port.Holds;
import clinic.appointments.port.Reminders;

/** Sends the messages again that overdue appointments and reminders wait for. */
record OverdueMessages(FollowUps followUps, Holds holds, Reminders reminders) {

    /** Sends the messages for an appointment's overdue work, and counts them. */
    Overdue sendAgain(Appointment appointment, OverdueRules rules, Correlation correlation) {
        boolean hold = rules.isHoldOverdue(appointment);
        if (hold) {
            holds.end(appointment.id(), correlation);
        }
        boolean confirmation = rules.isConfirmationOverdue(appointment);
        if (confirmation) {
            followUps.send(
                    new FollowUp(appointment.id(), appointment.latestChange().provenance().requestId(), correlation));
        }
        return new Overdue(remind(appointment, rules.overdueReminders(appointment), correlation), hold ? 1 : 0,
                confirmation ? 1 : 0);
    }

    /** Lets another invocation continue the search. */
    void continueAt(Optional<ReminderMessage.Position> position, Correlation correlation) {
        reminders.send(new ReminderMessage.Reconcile(position, correlation));
    }

    private long remind(Appointment appointment, List<Reminder> overdue, Correlation correlation) {
        overdue.forEach(reminder -> reminders
                .send(new ReminderMessage.Remind(appointment.id(), reminder.key(), correlation)));
        return overdue.size();
    }
}
