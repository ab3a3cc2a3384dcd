package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.PatientId;

/** The index by which patients are found by their addresses, as far as it was written with an earlier secret. */
public interface EmailIndex {

    /**
     * Writes those of one page of patients in the current version whose addresses stand in another one. Who changes in
     * between is written in the current version anyway. Repeating is safe.
     *
     * @param after the last patient of the page before; empty for the first page
     * @return the last patient of this page; empty when there is none behind it
     */
    Optional<PatientId> rebuildPage(Optional<PatientId> after);
}
