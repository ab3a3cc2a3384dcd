package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Interval;
import clinic.appointments.model.OutsideFault;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Reminder;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.ReminderState;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.SendResult;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationType;
import clinic.appointments.port.Patients;
import clinic.appointments.port.NotificationChannel;
import clinic.appointments.port.ReminderRecords;

/**
 * Sends a reminder once, or closes it with the reason why not. The appointment as read here decides: a cancellation
 * that is written later is concurrent. A crash after the provider's acceptance and before our record of it sends twice;
 * that window cannot be closed, because e-mail has no token for it.
 */
final class SendReminder {

    /** Before a letter that the provider does not take is tried again; one fewer than a message's receives. */
    private static final List<Duration> PAUSES = List.of(Duration.ofMinutes(3), Duration.ofMinutes(6),
            Duration.ofMinutes(12), Duration.ofHours(1));

    private final Appointments appointments;
    private final Patients patients;
    private final NotificationChannel channel;
    private final ReminderRecords records;
    private final Terms terms;

    /**
     * What is decided by.
     *
     * @param quiet when a reminder that comes late is put off
     * @param language of letters to a patient who has told none
     */
    record Terms(Optional<QuietHours> quiet, Locale language, InstantSource clock) {
    }

    SendReminder(Appointments appointments, Patients patients, NotificationChannel channel, ReminderRecords records,
            Terms terms) {
        this.appointments = appointments;
        this.patients = patients;
        this.channel = channel;
        this.records = records;
        this.terms = terms;
    }

    Disposition handle(ReminderMessage.Remind message, IncomingMessage.Delivery delivery, Deadline deadline) {
        return appointments.find(message.appointmentId())
                .map(found -> remind(found, message, new Delivery(delivery.receiveCount(), deadline)))
                .orElseGet(() -> ReorderingWindow.disposition(RejectionReason.UNKNOWN_APPOINTMENT, delivery.sentAt().orElse(now()),
                        now()));
    }

    private Disposition remind(Appointment appointment, ReminderMessage.Remind message, Delivery delivery) {
        return appointment.reminder(message.reminder()).filter(Reminder::isOpen)
                .map(reminder -> remind(new Due(appointment, reminder), delivery))
                .orElseGet(() -> new Disposition.Accepted(Disposition.Accepted.REPEATED));
    }

    private Disposition remind(Due due, Delivery delivery) {
        Optional<Patient> patient = patients.find(due.appointment().patientId());
        Optional<PatientDetails> details = patient.flatMap(Patient::details);
        return refusal(due, details).map(state -> close(due, state)).or(() -> quiet(due, details.orElseThrow()))
                .orElseGet(() -> send(due, patient.orElseThrow(), delivery));
    }

    /** Why it is not to be sent at all. */
    private Optional<ReminderState> refusal(Due due, Optional<PatientDetails> patient) {
        if (!now().isBefore(due.appointment().startAt())) {
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
    private Optional<Disposition> quiet(Due due, PatientDetails patient) {
        return switch (due.reminder().key().kind()) {
            case ReminderKind.Notice _ -> Optional.empty();
            case ReminderKind.Before _,ReminderKind.DaysBefore _ ->
                silence(due.appointment(), patient).map(silence -> putOff(due, silence));
        };
    }

    private Optional<Interval> silence(Appointment appointment, PatientDetails patient) {
        return terms.quiet()
                .flatMap(hours -> hours.around(now(), patient.timeZone().orElse(appointment.slot().zone())));
    }

    private Disposition putOff(Due due, Interval silence) {
        if (!silence.end().isBefore(due.appointment().startAt())) {
            return close(due, ReminderState.SKIPPED_QUIET_HOURS);
        }
        appointments.putOff(due.appointment().id(), due.reminder().dueAt(silence.end(), now()));
        return new Disposition.Deferred("QUIET_HOURS", Duration.between(now(), silence.end()).plusSeconds(1));
    }

    private Disposition send(Due due, Patient patient, Delivery delivery) {
        return switch (records.begin(due.appointment().id(), due.reminder().key(), delivery.deadline().remaining())) {
            case ReminderRecords.Begun.Fresh() -> handOver(due, patient, delivery);
            case ReminderRecords.Begun.Done() -> close(due, ReminderState.SENT);
            case ReminderRecords.Begun.InProgress(var until) ->
                new Disposition.Deferred("IN_PROGRESS", ReorderingWindow.until(until, now()));
        };
    }

    private Disposition handOver(Due due, Patient patient, Delivery delivery) {
        return switch (channel.send(notification(due, patient.details().orElseThrow()))) {
            case SendResult.Sent() -> {
                records.complete(due.appointment().id(), due.reminder().key());
                yield close(due, ReminderState.SENT);
            }
            case SendResult.Undeliverable(var code) -> {
                patients.mark(patient, new Undeliverable(code, now()));
                yield close(due, due.reminder().undeliverable(code, now()));
            }
            case SendResult.NotAccepted(var answer) -> retreat(due, delivery, answer);
        };
    }

    /**
     * Nobody misses it meanwhile: what looks for overdue reminders would only send its message once more. After the
     * last pause it does, with a message of its own, so that this one dies before it is a dead letter.
     */
    private Disposition retreat(Due due, Delivery delivery, String answer) {
        int tries = Math.min(delivery.receiveCount(), PAUSES.size());
        Duration pause = PAUSES.get(tries - 1);
        Instant again = Stream.of(now().plus(pause), due.appointment().startAt()).min(Comparator.naturalOrder())
                .orElseThrow();
        appointments.putOff(due.appointment().id(), due.reminder().dueAt(again, now()));
        return tries < PAUSES.size()
                ? new Disposition.Faulted(OutsideFault.MAIL_NOT_TAKEN, answer, pause)
                : new Disposition.Accepted("PUT_OFF");
    }

    private Notification notification(Due due, PatientDetails patient) {
        return new Notification(NotificationType.of(due.reminder().key().kind()), due.appointment(), patient.email().orElseThrow(),
                patient.locale().orElse(terms.language()), patient.timeZone());
    }

    private Disposition close(Due due, ReminderState state) {
        return close(due, due.reminder().in(state, now()));
    }

    private Disposition close(Due due, Reminder closed) {
        appointments.close(due.appointment().id(), closed);
        return new Disposition.Accepted(closed.state().name());
    }

    private Instant now() {
        return terms.clock().instant();
    }

    private record Due(Appointment appointment, Reminder reminder) {
    }

    private record Delivery(int receiveCount, Deadline deadline) {
    }
}
