package clinic.appointments.request;

import java.util.Optional;

import clinic.appointments.intake.Attempt;
import clinic.appointments.intake.Order;
import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.model.Appointment;
import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.AppointmentSearch;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Page;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Written;

/**
 * Forgets everything personal about a patient: the fields of the patient first, so that nothing is booked any more, then
 * the notes of each of his appointments. Appointments, histories and receipts keep their ids. A crash in between heals on
 * redelivery. An appointment that was booked within the second before may be missing in the index and keep its notes.
 */
final class ErasePatient {

    private final Patients patients;
    private final Appointments appointments;
    private final AppointmentSearch search;
    private final Turn turn;

    ErasePatient(Patients patients, Appointments appointments, AppointmentSearch search, Turn turn) {
        this.patients = patients;
        this.appointments = appointments;
        this.search = search;
        this.turn = turn;
    }

    Attempt handle(AppointmentCommand.ErasePatient command, Order order, Deadline deadline) {
        return turn.contention().retry(deadline, () -> tryOnce(command.patientId(), order));
    }

    private Optional<Attempt> tryOnce(PatientId id, Order order) {
        Optional<Patient> stored = patients.find(id);
        if (stored.isEmpty()) {
            return Optional.of(new Attempt.NotYet(RejectionReason.UNKNOWN_PATIENT));
        }
        if (stored.get().isKnown() && patients.save(erased(stored.get(), order)) == Written.CONFLICT) {
            return Optional.empty();
        }
        deleteNotes(id);
        return Optional.of(Attempt.done("ERASED"));
    }

    private Patient erased(Patient patient, Order order) {
        return patient.erased(order.requestId(), turn.clock().instant());
    }

    private void deleteNotes(PatientId patient) {
        Page.walk(request -> search.ofPatient(patient, AppointmentSearch.Period.ALWAYS, request))
                .filter(found -> found.booking().notes().isPresent()).map(Appointment::id)
                .forEach(appointments::deleteNotes);
    }
}
