package clinic.appointments.query;

import java.time.LocalDate;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.port.AppointmentSearch.PageRequest;

/** What can be asked. */
sealed interface Question {

    record OneAppointment(AppointmentId id) implements Question {
    }

    record AppointmentsOfPatient(PatientId patient, PageRequest page) implements Question {
    }

    /**
     * @param date
     *            local to each appointment's zone
     */
    record AppointmentsOfStatus(AppointmentStatus status, LocalDate date, PageRequest page) implements Question {
    }

    record OnePatient(PatientId id) implements Question {
    }

    /** In the body of a POST, because an address in a path or query string ends up in access logs. */
    record PatientsOfEmail(String email) implements Question {

        @Override
        public String toString() {
            return "PatientsOfEmail[protected]";
        }
    }

    record OneReceipt(RequestId id) implements Question {
    }
}
