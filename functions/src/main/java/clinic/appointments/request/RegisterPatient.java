package clinic.appointments.request;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Fate;
import clinic.appointments.model.Patient;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Written;

/** Registers a patient, or replaces what is known about one. */
final class RegisterPatient {

    private final Patients patients;
    private final InstantSource clock;
    private final Contention contention;

    RegisterPatient(Patients patients, InstantSource clock, Contention contention) {
        this.patients = patients;
        this.clock = clock;
        this.contention = contention;
    }

    Attempt handle(AppointmentCommand.RegisterPatient command, AppointmentRequest request, Deadline deadline) {
        return contention.retry(deadline, () -> tryOnce(command, request));
    }

    private Optional<Attempt> tryOnce(AppointmentCommand.RegisterPatient command, AppointmentRequest request) {
        Optional<Patient> stored = patients.find(command.patientId());
        if (stored.filter(patient -> patient.registeredBy().equals(request.requestId())).isPresent()) {
            return Optional.of(accepted(Fate.Accepted.REPEATED));
        }
        return patients.save(next(stored, command, request)) == Written.DONE
                ? Optional.of(accepted("REGISTERED"))
                : Optional.empty();
    }

    private Patient next(Optional<Patient> stored, AppointmentCommand.RegisterPatient command,
            AppointmentRequest request) {
        Instant now = clock.instant();
        return stored.map(patient -> patient.updated(command.details(), request.requestId(), now)).orElseGet(
                () -> Patient.registered(command.patientId(), command.details(), request.requestId(), now));
    }

    private static Attempt accepted(String what) {
        return new Attempt.Settled(new Receipt.Accepted(Optional.empty()), what);
    }
}
