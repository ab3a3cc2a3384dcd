package clinic.appointments.query;

import java.time.LocalDate;
import java.time.ZoneId;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.AppointmentStatus;
import clinic.appointments.model.BlockId;
import clinic.appointments.model.DateRange;
import clinic.appointments.model.FreeSlots;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.PoolId;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.SlotCriteria;
import clinic.appointments.model.VisitTypeId;
import clinic.appointments.port.AppointmentSearch.PageRequest;
import clinic.appointments.port.AppointmentSearch.Period;

/** A question that the HTTP API can ask. */
sealed interface Question {

    record OneAppointment(AppointmentId id) implements Question {
    }

    record AppointmentsOfPatient(PatientId patient, Period period, PageRequest page) implements Question {
    }

    /**
     * The appointments with a status on some dates.
     *
     * @param dates local dates in each appointment's zone
     */
    record AppointmentsOfStatus(AppointmentStatus status, DateRange dates, PageRequest page) implements Question {
    }

    record OneResource(ResourceId id) implements Question {
    }

    /**
     * The appointments of a resource on a day.
     *
     * @param date local date in {@code zone}
     */
    record AppointmentsOfResource(ResourceId resource, LocalDate date, ZoneId zone) implements Question {
    }

    /**
     * The appointments of a resource that its rules of now would refuse.
     *
     * @param dates local dates in the resource's zone
     */
    record DisplacedOfResource(ResourceId resource, DateRange dates) implements Question {
    }

    record OnePool(PoolId id) implements Question {
    }

    record OneVisitType(VisitTypeId id) implements Question {
    }

    record OneBlock(BlockId id) implements Question {
    }

    /**
     * The active blocks of a resource.
     *
     * @param dates local dates in the resource's zone
     */
    record BlocksOfResource(ResourceId resource, DateRange dates) implements Question {
    }

    record FreeSlotsOfResource(ResourceId resource, FreeSlots.Wanted wanted) implements Question {
    }

    /**
     * The times at which resources can be booked together, or a visit type.
     *
     * @param explained whether refused candidates are wanted, too, with the reason
     */
    record SlotsOfResources(SlotCriteria criteria, boolean explained, PageRequest page) implements Question {
    }

    record OnePatient(PatientId id) implements Question {
    }

    /**
     * A search by address, from the body of a POST, because an address in a path or query string ends up in access
     * logs.
     */
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

    record SummaryOfOverdue() implements Question {
    }
}
