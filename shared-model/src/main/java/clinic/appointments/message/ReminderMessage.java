package clinic.appointments.message;

import java.time.LocalDate;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
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
     * @param from the first date left to search
     * @param until the last date to search
     * @param within where to continue within the first date
     * @param found the counts before this position
     */
    record Position(LocalDate from, LocalDate until, Within within, Overdue found) {
    }

    /**
     * The position of a search within a date.
     *
     * @param status status of the appointments being searched
     * @param cursor end of the last page; empty for the first page
     */
    record Within(AppointmentStatus status, Optional<String> cursor) {

        /** The position at which each date begins. */
        public static final Within BEGINNING = new Within(AppointmentStatus.REQUESTED, Optional.empty());
    }
}
