package clinic.appointments.message;

import java.time.LocalDate;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReminderKey;

/** What is asked for on the reminder queue. */
public sealed interface ReminderMessage {

    Correlation correlation();

    /** Asks for a reminder to be sent, if it is still due when the message arrives. */
    record Remind(AppointmentId appointmentId, ReminderKey reminder,
            Correlation correlation) implements ReminderMessage {
    }

    /**
     * Asks for what is overdue to be looked for and sent again.
     *
     * @param position where to go on; empty for the beginning
     */
    record Reconcile(Optional<Position> position, Correlation correlation) implements ReminderMessage {
    }

    /**
     * Asks for the index of e-mail addresses to be written in the current version of the secret.
     *
     * @param after the last patient who was looked at; empty for the beginning
     */
    record RebuildEmailIndex(Optional<PatientId> after, Correlation correlation) implements ReminderMessage {
    }

    /**
     * How far a search for what is overdue has come.
     *
     * @param from the first date that is to be looked at
     * @param until the last one
     * @param within where to go on within the first date
     * @param found before that
     */
    record Position(LocalDate from, LocalDate until, Within within, Overdue found) {
    }

    /**
     * A position within a date.
     *
     * @param status of the appointments that are being looked at
     * @param cursor where the last page of them ended; empty for the first page
     */
    record Within(AppointmentStatus status, Optional<String> cursor) {

        /** Where each date begins. */
        public static final Within BEGINNING = new Within(AppointmentStatus.REQUESTED, Optional.empty());
    }
}
