package clinic.appointments.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.inbox.CommandHandler;
import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Effect;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Patients;
import clinic.appointments.port.WriteResult;

/**
 * Erases all personal data of a patient: first the patient's own fields, so that no new booking is possible, then the
 * notes of each of their appointments and the fingerprints of their requests' bodies. Appointments, histories and
 * receipts keep their ids. A crash in between heals on redelivery. The index of a patient's appointments lags behind,
 * so their calendar, which does not, is searched as well; a booking that had read the patient before the erasure checks
 * again after its write ({@link ErasureGuard}).
 */
record ErasePatient(Patients patients, ErasureGuard erasureGuard, PatientAppointments appointments,
        InstantSource clock)
        implements
            CommandHandler<AppointmentCommand.ErasePatient> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.ErasePatient command, RequestContext context) {
        Instant now = clock.instant();
        Writer writer = new Writer(context.requestId(), context.sentAt(now));
        Optional<Patient> stored = patients.find(command.patientId());
        if (!context.receipt().claim()) {
            return Optional.empty();
        }
        if (stored.filter(Patient::wasEverKnown).isEmpty()) {
            return markUnknown(command.patientId(), stored, writer, now);
        }
        return stored.get().writer().isAfter(writer.sentAt())
                ? Optional.of(overtaken(stored.get()))
                : erase(stored.get(), writer, now);
    }

    /** The tombstone overtakes a registration that was sent before this request and arrives after it. */
    private Optional<CommandResult> markUnknown(PatientId id, Optional<Patient> stored, Writer writer,
            Instant now) {
        boolean marked = stored.filter(mark -> !writer.isAfter(mark.writer().sentAt())).isPresent();
        return marked || patients.save(Patient.unknown(id, stored, writer, now)) == WriteResult.WRITTEN
                ? Optional.of(new CommandResult.Rejected(RejectionReason.UNKNOWN_PATIENT))
                : Optional.empty();
    }

    private Optional<CommandResult> erase(Patient patient, Writer writer, Instant now) {
        boolean done = !patient.isKnown() && patient.writer().sentAt().equals(writer.sentAt());
        if (!done && !isErased(patient, writer, now)) {
            return Optional.empty();
        }
        appointments.all(patient.id(), now).forEach(erasureGuard::forget);
        return Optional.of(new CommandResult.Done(Effect.ERASED));
    }

    /** The request that the patient's item names is forgotten first, before the item names this erasure instead. */
    private boolean isErased(Patient patient, Writer writer, Instant now) {
        erasureGuard.receipts().forgetBody(patient.writtenBy());
        return patients.save(patient.erased(writer, now)) == WriteResult.WRITTEN;
    }

    /** The patient was registered again, or erased, since then: older personal data is erased all the same. */
    private CommandResult overtaken(Patient patient) {
        Instant since = patient.writer().sentAt();
        appointments.all(patient.id(), clock.instant())
                .filter(appointment -> appointment.createdAt().isBefore(since)).forEach(erasureGuard::forget);
        return new CommandResult.Rejected(RejectionReason.OVERTAKEN);
    }
}
