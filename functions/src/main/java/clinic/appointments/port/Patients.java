package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.port.AppointmentSearch.PageRequest;

/** The patients: the store of registered patients. */
public interface Patients {

    /** Reads a patient, strongly consistent. */
    Optional<Patient> find(PatientId id);

    /**
     * The patients with an e-mail address, in any notation of it and in no particular order; eventually consistent.
     * Families and front desks share an address.
     *
     * @throws BadCursorException when the page's cursor is not valid
     */
    Page<Patient> ofEmail(String email, PageRequest page);

    /**
     * The patients whom notifications do not reach, oldest mark first; eventually consistent.
     *
     * @throws BadCursorException when the page's cursor is not valid
     */
    Page<Patient> undeliverable(PageRequest page);

    /**
     * Writes the patient, on condition that the stored patient has the version before. Repeating is safe: if it is
     * already stored, the result is {@link WriteResult#WRITTEN}.
     */
    WriteResult save(Patient patient);
}
