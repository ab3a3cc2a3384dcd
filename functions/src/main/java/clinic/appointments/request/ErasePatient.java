package clinic.appointments.request;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Patients;
import clinic.appointments.port.WriteResult;

/**
 * Forgets everything personal about a patient: the fields of the patient first, so that nothing is booked any more,
 * then the notes of each of their appointments, and by what the receipts of its requests, and of their registration,
 * would know their bodies again. Appointments, histories and receipts keep their ids. A crash in between heals on
 * redelivery. The index of a patient's appointments lags behind, therefore their calendar, which does not, is looked at
 * too; a booking that had seen the patient before they were erased looks again after it is written
 * ({@link BookAppointment}).
 */
final class ErasePatient {

    private final Patients patients;
    private final ErasureGuard erasureGuard;
    private final PatientAppointments found;
    private final Turn turn;

    ErasePatient(Patients patients, ErasureGuard erasureGuard, PatientAppointments found, Turn turn) {
        this.patients = patients;
        this.erasureGuard = erasureGuard;
        this.found = found;
        this.turn = turn;
    }

    CommandResult handle(AppointmentCommand.ErasePatient command, RequestContext context, Deadline deadline) {
        return turn.retry().retry(deadline, () -> tryOnce(command.patientId(), context));
    }

    private Optional<CommandResult> tryOnce(PatientId id, RequestContext context) {
        Instant now = turn.clock().instant();
        Patient.Writer writer = new Patient.Writer(context.requestId(), context.sentAt(now));
        Optional<Patient> stored = patients.find(id);
        if (stored.filter(Patient::wasEverKnown).isEmpty()) {
            return markUnknown(id, stored, writer, now);
        }
        return stored.get().writer().isAfter(writer.sentAt())
                ? Optional.of(overtaken(stored.get()))
                : erase(stored.get(), writer, now);
    }

    /**
     * Whoever is registered by a request that was sent before this one is to be forgotten, too: the mark overtakes it.
     */
    private Optional<CommandResult> markUnknown(PatientId id, Optional<Patient> stored, Patient.Writer writer, Instant now) {
        boolean marked = stored.filter(mark -> !writer.isAfter(mark.writer().sentAt())).isPresent();
        return marked || patients.save(Patient.unknown(id, stored, writer, now)) == WriteResult.WRITTEN
                ? Optional.of(new CommandResult.NotYet(RejectionReason.UNKNOWN_PATIENT))
                : Optional.empty();
    }

    private Optional<CommandResult> erase(Patient patient, Patient.Writer writer, Instant now) {
        boolean done = !patient.isKnown() && patient.writer().sentAt().equals(writer.sentAt());
        if (!done && !isErased(patient, writer, now)) {
            return Optional.empty();
        }
        found.all(patient.id(), now).forEach(erasureGuard::forget);
        return Optional.of(CommandResult.done("ERASED"));
    }

    /** What the patient's item names is forgotten before the item names this erasure instead. */
    private boolean isErased(Patient patient, Patient.Writer writer, Instant now) {
        erasureGuard.receipts().forgetBody(patient.writtenBy());
        return patients.save(patient.erased(writer, now)) == WriteResult.WRITTEN;
    }

    /** They were registered again, or erased, since: what was written about them before that goes all the same. */
    private CommandResult overtaken(Patient patient) {
        Instant since = patient.writer().sentAt();
        found.all(patient.id(), turn.clock().instant())
                .filter(appointment -> appointment.createdAt().isBefore(since)).forEach(erasureGuard::forget);
        return CommandResult.rejected(RejectionReason.OVERTAKEN);
    }
}
