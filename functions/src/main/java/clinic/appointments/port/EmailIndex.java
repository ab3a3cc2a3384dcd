package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.PatientId;

/**
 * The e-mail index: the index for finding patients by their e-mail addresses, which is rebuilt after each change of the
 * secret.
 */
public interface EmailIndex {

    /**
     * Rewrites, with the current version of the secret, one page of patients whose addresses have another version.
     * Patients changed in the meantime have the current version anyway. Repeating is safe.
     *
     * @param after the last patient of the previous page; empty for the first page
     * @return the last patient of this page; empty when it is the last page
     */
    Optional<PatientId> rebuildPage(Optional<PatientId> after);
}
