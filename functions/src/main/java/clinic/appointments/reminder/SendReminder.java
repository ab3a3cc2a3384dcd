package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.message.Fate;
import clinic.appointments.message.Patience;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Interval;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKind;
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
    private final Terms terms;

    /**
     * What is decided by.
     *
     * @param quiet
     *            when a reminder that comes late is put off
     * @param language
     *            of letters to a patient who has told none
     */
    record Terms(Optional<QuietHours> quiet, Locale language, InstantSource clock) {
    }

    SendReminder(Appointments appointments, Patients patients, ReminderChannel channel, ReminderRecords records,
            Terms terms) {
        this.appointments = appointments;
        this.patients = patients;
        this.channel = channel;
        this.records = records;
        this.terms = terms;
    }

    /**
     * @param receiveCount
     *            how often the message was delivered, this time included
     */
    Fate handle(ReminderMessage.Remind message, int receiveCount, Deadline deadline) {
        return appointments.find(message.appointmentId()).map(found -> remind(found, message, deadline))
                .orElseGet(() -> Patience.fate(RejectionReason.UNKNOWN_APPOINTMENT, receiveCount));
    }

    private Fate remind(Appointment appointment, ReminderMessage.Remind message, Deadline deadline) {
        return appointment.reminder(message.reminder()).filter(Reminder::isOpen)
                .map(reminder -> remind(appointment, reminder, deadline))
                .orElseGet(() -> new Fate.Accepted(Fate.Accepted.REPEATED));
    }

    private Fate remind(Appointment appointment, Reminder reminder, Deadline deadline) {
        Optional<PatientDetails> patient = patients.find(appointment.patientId()).flatMap(Patient::details);
        return refusal(appointment, patient).map(state -> close(appointment, reminder, state))
                .or(() -> quiet(appointment, reminder, patient.orElseThrow()))
                .orElseGet(() -> send(letter(appointment, reminder, patient.orElseThrow()), reminder, deadline));
    }

    private Letter letter(Appointment appointment, Reminder reminder, PatientDetails patient) {
        return new Letter(Occasion.of(reminder.key().kind()), appointment, patient.email().orElseThrow(),
                patient.locale().orElse(terms.language()), patient.timeZone());
    }

    /** Why it is not to be sent at all. */
    private Optional<ReminderState> refusal(Appointment appointment, Optional<PatientDetails> patient) {
        if (!terms.clock().instant().isBefore(appointment.startAt())) {
            return Optional.of(ReminderState.SKIPPED_TOO_LATE);
        }
        if (patient.map(PatientDetails::reminderPreference).filter(ReminderPreference.NONE::equals).isPresent()) {
            return Optional.of(ReminderState.SKIPPED_OPTED_OUT);
        }
        return patient.flatMap(PatientDetails::email).isEmpty()
                ? Optional.of(ReminderState.SKIPPED_NO_ADDRESS)
                : Optional.empty();
    }

    /** One that was planned for a better time and comes late is put off until the quiet hours are over. */
    private Optional<Fate> quiet(Appointment appointment, Reminder reminder, PatientDetails patient) {
        return switch (reminder.key().kind()) {
            case ReminderKind.Notice _ -> Optional.empty();
            case ReminderKind.Before _,ReminderKind.DaysBefore _ -> silence(appointment, patient)
                    .map(silence -> putOff(appointment, reminder, silence));
        };
    }

    private Optional<Interval> silence(Appointment appointment, PatientDetails patient) {
        return terms.quiet().flatMap(hours -> hours.around(terms.clock().instant(),
                patient.timeZone().orElse(appointment.slot().zone())));
    }

    private Fate putOff(Appointment appointment, Reminder reminder, Interval silence) {
        Instant now = terms.clock().instant();
        return silence.end().isBefore(appointment.startAt())
                ? new Fate.Postponed("QUIET_HOURS", Duration.between(now, silence.end()).plusSeconds(1))
                : close(appointment, reminder, ReminderState.SKIPPED_QUIET_HOURS);
    }

    private Fate send(Letter letter, Reminder reminder, Deadline deadline) {
        Appointment appointment = letter.appointment();
        return switch (records.begin(appointment.id(), reminder.key(), deadline.remaining())) {
            case ReminderRecords.Begun.Fresh() -> sendAndClose(letter, reminder);
            case ReminderRecords.Begun.Done() -> close(appointment, reminder, ReminderState.SENT);
            case ReminderRecords.Begun.InProgress(var until) ->
                new Fate.Postponed("IN_PROGRESS", Patience.until(until, terms.clock().instant()));
        };
    }

    private Fate sendAndClose(Letter letter, Reminder reminder) {
        channel.send(letter);
        records.complete(letter.appointment().id(), reminder.key());
        return close(letter.appointment(), reminder, ReminderState.SENT);
    }

    private Fate close(Appointment appointment, Reminder reminder, ReminderState state) {
        appointments.close(appointment.id(), reminder.in(state, terms.clock().instant()));
        return new Fate.Accepted(state.name());
    }
}
