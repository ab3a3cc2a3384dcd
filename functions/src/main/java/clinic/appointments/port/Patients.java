package clinic.appointments.port;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientId;

/** Registered patients. */
public interface Patients {

    /** Reads one, strongly consistent. */
    Optional<Patient> find(PatientId id);

    /** The patients of an e-mail address, in any notation of it; eventually consistent. Families share one. */
    List<Patient> ofEmail(String email);

    /**
     * Writes the patient, provided that the stored one is at the version before. Repeating is safe: what is stored
     * already is {@link Written#DONE}.
     */
    Written save(Patient patient);
}
