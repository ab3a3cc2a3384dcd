package clinic.appointments.port;

import clinic.appointments.model.PatientId;
import clinic.appointments.model.Undeliverable;

/** The undeliverable marks: the writer of marks on patients whom notifications do not reach. */
public interface UndeliverableMarks {

    /**
     * Marks a patient, on condition that the stored patient still has that version, because a later registration may
     * have brought another address. A mark of the same or a greater weight stays. Repeating is safe.
     *
     * @param registration version of the patient with the address that was not reached
     */
    Result mark(PatientId patient, long registration, Undeliverable mark);

    /** The result of marking a patient. */
    enum Result {

        /** The mark was written. */
        MARKED,
        /** The patient has a mark that tells as much. */
        MARKED_BEFORE,
        /** The patient has another version, or does not exist. */
        OUTDATED
    }
}
