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
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.Writer;
import clinic.appointments.port.Patients;
import clinic.appointments.port.WriteResult;

/**
 * Registers a patient, or replaces a patient's details. Queues reorder and redeliver: a registration that was sent
 * before the stored one, or before an erasure, is overtaken and changes nothing.
 */
record RegisterPatient(Patients patients, InstantSource clock)
        implements
            CommandHandler<AppointmentCommand.RegisterPatient> {

    @Override
    public Optional<CommandResult> handle(AppointmentCommand.RegisterPatient command, RequestContext context) {
        Instant now = clock.instant();
        Writer writer = new Writer(context.requestId(), context.sentAt(now));
        Optional<Patient> stored = patients.find(command.patientId());
        if (stored.filter(patient -> patient.writtenBy().equals(writer.request())).isPresent()) {
            return Optional.of(new CommandResult.Done(Effect.REPEATED));
        }
        if (stored.filter(patient -> patient.writer().isAfter(writer.sentAt())).isPresent()) {
            return Optional.of(new CommandResult.Rejected(RejectionReason.OVERTAKEN));
        }
        return context.receipt().claim()
                && patients.save(next(stored, command, writer, now)) == WriteResult.WRITTEN
                        ? Optional.of(new CommandResult.Done(Effect.REGISTERED))
                        : Optional.empty();
    }

    private static Patient next(Optional<Patient> stored, AppointmentCommand.RegisterPatient command,
            Writer writer, Instant now) {
        return stored.map(patient -> patient.updated(command.details(), writer, now))
                .orElseGet(() -> Patient.registered(command.patientId(), command.details(), writer, now));
    }
}
