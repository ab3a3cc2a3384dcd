package clinic.appointments.decideConfirmation;

import java.time.ZoneId;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Patient;
import clinic.appointments.port.Patients;

/** Decides on confirmations, by hand or by itself: reminders are planned by the patient's clock. */
final class DecideConfirmation {

    private final Patients patients;
    private final ChangePolicy policy;

    DecideConfirmation(Patients patients, ChangePolicy policy) {
        this.patients = patients;
        this.policy = policy;
    }

    Decision decide(Appointment existing, Provenance provenance) {
        return policy.confirm(existing, zoneOf(existing), provenance);
    }

    private ZoneId zoneOf(Appointment existing) {
        return patients.find(existing.patientId()).flatMap(Patient::timeZone).orElse(existing.slot().zone());
    }
}
