package clinic.appointments.confirmation;

import java.time.ZoneId;

import clinic.appointments.model.Appointment;
import clinic.appointments.model.ChangePolicy;
import clinic.appointments.model.Decision;
import clinic.appointments.model.Patient;
import clinic.appointments.model.Provenance;
import clinic.appointments.port.Patients;

/** Decides on a confirmation, by hand or by the service; the reminders are planned in the patient's time zone. */
record DecideConfirmation(Patients patients, ChangePolicy policy) {

    Decision decide(Appointment existing, Provenance provenance) {
        return policy.confirm(existing, zoneOf(existing), provenance);
    }

    private ZoneId zoneOf(Appointment existing) {
        return patients.find(existing.patientId()).flatMap(Patient::timeZone).orElse(existing.slot().zone());
    }
}
