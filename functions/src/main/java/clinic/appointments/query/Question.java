package clinic.appointments.query;

import java.time.LocalDate;
import java.time.ZoneId;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;

/** What can be asked. */
sealed interface Question {

    record OneAppointment(AppointmentId id) implements Question {
    }

    record AppointmentsOfPatient(PatientId patient, Period period, PageRequest page) implements Question {
    }

    /**
     * Appointments by status and date.
     *
     * @param dates local to each appointment's zone
     */
    record AppointmentsOfStatus(AppointmentStatus status, DateRange dates, PageRequest page) implements Question {
    }

    /**
     * A day of a resource.
     *
     * @param date local to {@code zone}
     */
    record AppointmentsOfResource(ResourceId resource, LocalDate date, ZoneId zone) implements Question {
    }

    record FreeSlotsOfResource(ResourceId resource, FreeSlots.Wanted wanted) implements Question {
    }

    record OnePatient(PatientId id) implements Question {
    }

    /** In the body of a POST, because an address in a path or query string ends up in access logs. */
    record PatientsOfEmail(String email, PageRequest page) implements Question {

        @Override
        public String toString() {
            return "PatientsOfEmail[protected]";
        }
    }

    record UndeliverablePatients(PageRequest page) implements Question {
    }

    record OneReceipt(RequestId id) implements Question {
    }

    record Overdue(OverdueKind kind, PageRequest page) implements Question {
    }
}
