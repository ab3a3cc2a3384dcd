package clinic.appointments.request;

import java.time.Instant;
import java.time.InstantSource;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.HistoryEntry;
import clinic.appointments.model.Patient;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Patients;
import clinic.appointments.port.Receipts;

/**
 * Extends an erasure to an appointment that was being written at the same time: either the erasure finds the claim in
 * the patient's calendar, or {@link #enforce} finds the patient erased. Both read, strongly consistent, after their own
 * write.
 */
record ErasureGuard(Patients patients, Appointments appointments, Receipts receipts, InstantSource clock) {

    void enforce(Appointment written) {
        if (written.booking().notes().isPresent() && !isKnown(written)) {
            forget(written);
        }
    }

    /** Deletes the patient's personal data from an appointment and the receipts of its requests. Repeating is safe. */
    void forget(Appointment appointment) {
        appointments.deleteNotes(appointment.id());
        Instant gone = clock.instant().minus(Receipts.DELETED_AFTER);
        appointment.history().stream().map(HistoryEntry::provenance)
                .filter(provenance -> provenance.sentAt().isPresent() && provenance.at().isAfter(gone))
                .forEach(provenance -> receipts.forgetBody(provenance.requestId()));
    }

    private boolean isKnown(Appointment written) {
        return patients.find(written.patientId()).filter(Patient::isKnown).isPresent();
    }
}
