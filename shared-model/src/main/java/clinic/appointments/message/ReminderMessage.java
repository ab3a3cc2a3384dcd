package clinic.appointments.message;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderKey;

/** A reminder message: an instruction that arrives on the reminder queue. */
public sealed interface ReminderMessage {

    Correlation correlation();

    /** An instruction to send a reminder, if it is still due when the message arrives. */
    record Remind(AppointmentId appointmentId, ReminderKey reminder,
            Correlation correlation) implements ReminderMessage {
    }

    /**
     * An instruction to look for overdue work and to send it again.
     *
     * @param position where to continue; empty for the beginning
     */
    record Reconcile(Optional<Position> position, Correlation correlation) implements ReminderMessage {
    }

    /**
     * An instruction to rewrite the index of e-mail addresses with the current version of the secret.
     *
     * @param after the last patient processed; empty for the beginning
     */
    record RebuildEmailIndex(Optional<PatientId> after, Correlation correlation) implements ReminderMessage {
    }

    /**
     * The position of a search for overdue work.
     *
     * @param cursor end of the last page
     * @param found the counts before this position
     */
    record Position(String cursor, Overdue found) {
    }
}
