package clinic.appointments.request;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

import clinic.appointments.intake.Attempt;
import clinic.appointments.intake.Order;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Written;

/**
 * Forgets everything personal about a patient: the fields of the patient first, so that nothing is booked any more, then
 * the notes of each of his appointments. Appointments, histories and receipts keep their ids. A crash in between heals on
 * redelivery. The index of a patient's appointments lags behind, therefore his calendar, which does not, is looked at too;
 * a booking that had seen the patient before he was erased looks again after it is written ({@link BookAppointment}).
 */
final class ErasePatient {

    private final Patients patients;
    private final Appointments appointments;
    private final AppointmentsOfPatient found;
    private final Turn turn;

    ErasePatient(Patients patients, Appointments appointments, AppointmentsOfPatient found, Turn turn) {
        this.patients = patients;
        this.appointments = appointments;
        this.found = found;
        this.turn = turn;
    }

    Attempt handle(AppointmentCommand.ErasePatient command, Order order, Deadline deadline) {
        return turn.contention().retry(deadline, () -> tryOnce(command.patientId(), order));
    }

    private Optional<Attempt> tryOnce(PatientId id, Order order) {
        Instant now = turn.clock().instant();
        Patient.Writer writer = new Patient.Writer(order.requestId(), order.sentAt(now));
        Optional<Patient> stored = patients.find(id);
        if (stored.filter(Patient::wasEverKnown).isEmpty()) {
            return markUnknown(id, stored, writer, now);
        }
        return stored.get().writer().isAfter(writer.sentAt())
                ? Optional.of(overtaken(stored.get()))
                : erase(stored.get(), writer, now);
    }

    /** Whoever is registered by a request that was sent before this one is to be forgotten, too: the mark overtakes it. */
    private Optional<Attempt> markUnknown(PatientId id, Optional<Patient> stored, Patient.Writer writer, Instant now) {
        boolean marked = stored.filter(mark -> !writer.isAfter(mark.writer().sentAt())).isPresent();
        return marked || patients.save(Patient.unknown(id, stored, writer, now)) == Written.DONE
                ? Optional.of(new Attempt.NotYet(RejectionReason.UNKNOWN_PATIENT))
                : Optional.empty();
    }

    private Optional<Attempt> erase(Patient patient, Patient.Writer writer, Instant now) {
        boolean done = !patient.isKnown() && patient.writer().sentAt().equals(writer.sentAt());
        if (!done && patients.save(patient.erased(writer, now)) == Written.CONFLICT) {
            return Optional.empty();
        }
        deleteNotes(found.all(patient.id(), now));
        return Optional.of(Attempt.done("ERASED"));
    }

    /** He was registered again, or erased, since: what was written about him before that goes all the same. */
    private Attempt overtaken(Patient patient) {
        Instant since = patient.writer().sentAt();
        deleteNotes(found.all(patient.id(), turn.clock().instant())
                .filter(appointment -> appointment.createdAt().isBefore(since)));
        return Attempt.rejected(RejectionReason.OVERTAKEN);
    }

    private void deleteNotes(Stream<Appointment> written) {
        written.filter(appointment -> appointment.booking().notes().isPresent()).map(Appointment::id)
                .forEach(appointments::deleteNotes);
    }
}
