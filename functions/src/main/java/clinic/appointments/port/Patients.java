package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.Undeliverable;
import clinic.appointments.port.AppointmentSearch.PageRequest;

/** Registered patients. */
public interface Patients {

    /** Reads one, strongly consistent. */
    Optional<Patient> find(PatientId id);

    /**
     * The patients of an e-mail address, in any notation of it, in no particular order; eventually consistent. Families
     * share one, and front desks.
     *
     * @throws BadCursorException when the page has a cursor that is none
     */
    Page<Patient> ofEmail(String email, PageRequest page);

    /**
     * The patients whom letters do not reach, longest first; eventually consistent.
     *
     * @throws BadCursorException when the page has a cursor that is none
     */
    Page<Patient> undeliverable(PageRequest page);

    /**
     * Puts the sign at the patient, provided that the stored one is at that version still and has no sign: what was
     * registered meanwhile is another address. Repeating is safe.
     */
    void mark(Patient patient, Undeliverable sign);

    /**
     * Writes the patient, provided that the stored one is at the version before. Repeating is safe: what is stored
     * already is {@link WriteResult#WRITTEN}.
     */
    WriteResult save(Patient patient);
}
