package clinic.appointments.reminder;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.message.Fate;
import clinic.appointments.message.Patience;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Letter;
import clinic.appointments.port.Occasion;
import clinic.appointments.port.Patients;
import clinic.appointments.port.ReminderChannel;
import clinic.appointments.port.ReminderRecords;

/**
 * Sends a reminder once, or closes it with the reason why not. The appointment as read here decides: a cancellation that
 * is written later is concurrent. A crash after the provider's acceptance and before our record of it sends twice; that
 * window cannot be closed, because e-mail has no token for it.
 */
final class SendReminder {

    private final Appointments appointments;
    private final Patients patients;
    private final ReminderChannel channel;
    private final ReminderRecords records;
    private final InstantSource clock;

    SendReminder(Appointments appointments, Patients patients, ReminderChannel channel, ReminderRecords records,
            InstantSource clock) {
        this.appointments = appointments;
        this.patients = patients;
        this.channel = channel;
        this.records = records;
        this.clock = clock;
    }

    /**
     * @param receiveCount
     *            how often the message was delivered, this time included
     */
    Fate handle(ReminderMessage message, int receiveCount, Deadline deadline) {
        return appointments.find(message.appointmentId()).map(found -> remind(found, message, deadline))
                .orElseGet(() -> Patience.fate(RejectionReason.UNKNOWN_APPOINTMENT, receiveCount));
    }

    private Fate remind(Appointment appointment, ReminderMessage message, Deadline deadline) {
        return appointment.reminder(message.reminder()).filter(Reminder::isOpen)
                .map(reminder -> remind(appointment, reminder, deadline))
                .orElseGet(() -> new Fate.Accepted(Fate.Accepted.REPEATED));
    }

    private Fate remind(Appointment appointment, Reminder reminder, Deadline deadline) {
        if (!clock.instant().isBefore(appointment.startAt())) {
            return close(appointment, reminder, ReminderState.SKIPPED_TOO_LATE);
        }
        Optional<PatientDetails> patient = patients.find(appointment.patientId()).map(Patient::details);
        if (patient.map(PatientDetails::reminderPreference).filter(ReminderPreference.NONE::equals).isPresent()) {
            return close(appointment, reminder, ReminderState.SKIPPED_OPTED_OUT);
        }
        return patient.flatMap(details -> letter(appointment, details))
                .map(letter -> send(letter, reminder, deadline))
                .orElseGet(() -> close(appointment, reminder, ReminderState.SKIPPED_NO_ADDRESS));
    }

    private static Optional<Letter> letter(Appointment appointment, PatientDetails patient) {
        return patient.email()
                .map(email -> new Letter(Occasion.REMINDER, appointment, email, Locale.UK, patient.timeZone()));
    }

    private Fate send(Letter letter, Reminder reminder, Deadline deadline) {
        Appointment appointment = letter.appointment();
        return switch (records.begin(appointment.id(), reminder.key(), deadline.remaining())) {
            case ReminderRecords.Begun.Fresh() -> sendAndClose(letter, reminder);
            case ReminderRecords.Begun.Done() -> close(appointment, reminder, ReminderState.SENT);
            case ReminderRecords.Begun.InProgress(var until) ->
                new Fate.Postponed("IN_PROGRESS", Patience.until(until, clock.instant()));
        };
    }

    private Fate sendAndClose(Letter letter, Reminder reminder) {
        channel.send(letter);
        records.complete(letter.appointment().id(), reminder.key());
        return close(letter.appointment(), reminder, ReminderState.SENT);
    }

    private Fate close(Appointment appointment, Reminder reminder, ReminderState state) {
        appointments.close(appointment.id(), reminder.in(state, clock.instant()));
        return new Fate.Accepted(state.name());
    }
}
