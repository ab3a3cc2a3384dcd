package clinic.appointments.request;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.Patient;
import clinic.appointments.port.Appointments;
import clinic.appointments.port.Patients;

/**
 * Lets the erasure of a patient reach an appointment that was being written meanwhile. Either the erasure finds the claim
 * in the patient's calendar, or this finds the patient erased: both look, strongly consistent, after they have written.
 */
record Erasures(Patients patients, Appointments appointments) {

    void reach(Appointment written) {
        if (written.booking().notes().isPresent() && !isKnown(written)) {
            appointments.deleteNotes(written.id());
        }
    }

    private boolean isKnown(Appointment written) {
        return patients.find(written.patientId()).filter(Patient::isKnown).isPresent();
    }
}
