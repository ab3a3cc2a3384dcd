package clinic.appointments.request;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.inbox.CommandResult;
import clinic.appointments.inbox.RequestContext;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Disposition;
import clinic.appointments.model.Patient;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Patients;
import clinic.appointments.port.WriteResult;

/**
 * Registers a patient, or replaces what is known about one. Queues reorder and deliver again: a registration that was
 * sent before what is stored, be that another registration or an erasure, was overtaken and changes nothing.
 */
final class RegisterPatient {

    private final Patients patients;
    private final Turn turn;

    RegisterPatient(Patients patients, Turn turn) {
        this.patients = patients;
        this.turn = turn;
    }

    CommandResult handle(AppointmentCommand.RegisterPatient command, RequestContext context, Deadline deadline) {
        return turn.retry().retry(deadline, () -> tryOnce(command, context));
    }

    private Optional<CommandResult> tryOnce(AppointmentCommand.RegisterPatient command, RequestContext context) {
        Instant now = turn.clock().instant();
        Patient.Writer writer = new Patient.Writer(context.requestId(), context.sentAt(now));
        Optional<Patient> stored = patients.find(command.patientId());
        if (stored.filter(patient -> patient.writtenBy().equals(writer.request())).isPresent()) {
            return Optional.of(CommandResult.done(Disposition.Accepted.REPEATED));
        }
        if (stored.filter(patient -> patient.writer().isAfter(writer.sentAt())).isPresent()) {
            return Optional.of(CommandResult.rejected(RejectionReason.OVERTAKEN));
        }
        return patients.save(next(stored, command, writer, now)) == WriteResult.WRITTEN
                ? Optional.of(CommandResult.done("REGISTERED"))
                : Optional.empty();
    }

    private static Patient next(Optional<Patient> stored, AppointmentCommand.RegisterPatient command,
            Patient.Writer writer, Instant now) {
        return stored.map(patient -> patient.updated(command.details(), writer, now))
                .orElseGet(() -> Patient.registered(command.patientId(), command.details(), writer, now));
    }
}
