package clinic.appointments.request;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.intake.Attempt;
import clinic.appointments.intake.Order;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.Fate;
import clinic.appointments.model.Patient;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Written;

/** Registers a patient, or replaces what is known about one. */
final class RegisterPatient {

    private final Patients patients;
    private final Turn turn;

    RegisterPatient(Patients patients, Turn turn) {
        this.patients = patients;
        this.turn = turn;
    }

    Attempt handle(AppointmentCommand.RegisterPatient command, Order order, Deadline deadline) {
        return turn.contention().retry(deadline, () -> tryOnce(command, order.requestId()));
    }

    private Optional<Attempt> tryOnce(AppointmentCommand.RegisterPatient command, RequestId request) {
        Optional<Patient> stored = patients.find(command.patientId());
        if (stored.filter(patient -> patient.writtenBy().equals(request)).isPresent()) {
            return Optional.of(Attempt.done(Fate.Accepted.REPEATED));
        }
        return patients.save(next(stored, command, request)) == Written.DONE
                ? Optional.of(Attempt.done("REGISTERED"))
                : Optional.empty();
    }

    private Patient next(Optional<Patient> stored, AppointmentCommand.RegisterPatient command, RequestId request) {
        Instant now = turn.clock().instant();
        return stored.map(patient -> patient.updated(command.details(), request, now))
                .orElseGet(() -> Patient.registered(command.patientId(), command.details(), request, now));
    }
}
