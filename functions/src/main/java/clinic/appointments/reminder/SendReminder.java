package clinic.appointments.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.IncomingMessage;
import clinic.appointments.message.ReminderMessage;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Interval;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.QuietHours;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.ReminderKind;
import clinic.appointments.model.ReminderPreference;
import clinic.appointments.model.ReminderState;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.NotificationChannel;
import clinic.appointments.port.Patients;
import clinic.appointments.port.ReminderLeases;
import clinic.appointments.port.ReminderLeases.Acquisition;
import clinic.appointments.port.ServiceLevels;
import clinic.appointments.port.Stores;

/**
 * Sends a reminder once, or closes it with the reason for not sending it. The appointment as read with the lease
 * decides: a cancellation that is written later is concurrent.
 */
final class SendReminder {

    private final ReminderLeases leases;
    private final Patients patients;
    private final Optional<QuietHours> quietHours;
    private final DeliverReminder delivery;
    private final ReminderWriter writer;
    private final InstantSource clock;

    /**
     * @param quietHours hours during which a late reminder is put off
     */
    SendReminder(ReminderLeases leases, Patients patients, Optional<QuietHours> quietHours,
            DeliverReminder delivery, ReminderWriter writer, InstantSource clock) {
        this.leases = leases;
        this.patients = patients;
        this.quietHours = quietHours;
        this.delivery = delivery;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * @param defaultLocale the language for patients without a language of their own
     */
    static SendReminder of(Stores stores, NotificationChannel channel, Optional<QuietHours> quietHours,
            Locale defaultLocale, ServiceLevels levels, InstantSource clock) {
        ReminderWriter writer = new ReminderWriter(stores.appointments(), levels, clock);
        DeliverReminder delivery = new DeliverReminder(stores.undeliverableMarks(),
                new NotifyPatient(channel, defaultLocale), writer, clock);
        return new SendReminder(stores.reminderLeases(), stores.patients(), quietHours, delivery, writer, clock);
    }

    Disposition handle(ReminderMessage.Remind message, IncomingMessage.Delivery received, Deadline deadline) {
        return switch (leases.acquire(message.appointmentId(), message.reminder(), deadline.remaining())) {
            case Acquisition.Acquired(var appointment) -> remind(new DueReminder(appointment,
                    appointment.reminder(message.reminder()).orElseThrow(), message.correlation()),
                    received.receiveCount());
            case Acquisition.Held(var until) ->
                new Disposition.Deferred("IN_PROGRESS", ReorderingWindow.delayUntil(until, now()));
            case Acquisition.NotOpen(var state) -> new Disposition.Accepted(
                    state.filter(ReminderState.SENT::equals).isPresent() ? Effect.REPEATED : Effect.CLOSED_BEFORE);
            case Acquisition.NoAppointment() -> ReorderingWindow.deferOrReject(RejectionReason.UNKNOWN_APPOINTMENT,
                    received.sentAt().orElse(now()), now());
        };
    }

    private Disposition remind(DueReminder due, int receiveCount) {
        Optional<Patient> patient = patients.find(due.appointment().patientId());
        Optional<PatientDetails> details = patient.flatMap(Patient::details);
        return refusal(due, details).map(state -> writer.close(due, state))
                .or(() -> quiet(due, details.orElseThrow()))
                .orElseGet(() -> delivery.deliver(due, patient.orElseThrow(), receiveCount));
    }

    /** The reason for not sending the reminder at all. */
    private Optional<ReminderState> refusal(DueReminder due, Optional<PatientDetails> patient) {
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

    /** Puts a late reminder off until the quiet hours are over. */
    private Optional<Disposition> quiet(DueReminder due, PatientDetails patient) {
        return switch (due.reminder().key().kind()) {
            case ReminderKind.Notice _ -> Optional.empty();
            case ReminderKind.Before _,ReminderKind.DaysBefore _ ->
                silence(due.appointment(), patient).map(silence -> putOff(due, silence));
        };
    }

    private Optional<Interval> silence(Appointment appointment, PatientDetails patient) {
        return quietHours
                .flatMap(hours -> hours.around(now(), patient.timeZone().orElse(appointment.slot().zone())));
    }

    private Disposition putOff(DueReminder due, Interval silence) {
        if (!silence.end().isBefore(due.appointment().startAt())) {
            return writer.close(due, ReminderState.SKIPPED_QUIET_HOURS);
        }
        writer.putOff(due, silence.end());
        return new Disposition.Deferred("QUIET_HOURS", Duration.between(now(), silence.end()).plusSeconds(1));
    }

    private Instant now() {
        return clock.instant();
    }
}
