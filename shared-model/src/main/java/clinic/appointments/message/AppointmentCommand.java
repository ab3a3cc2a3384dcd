package clinic.appointments.message;

import java.util.List;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Booking;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.ReasonCode;
import clinic.appointments.model.ResourceId;
import clinic.appointments.model.TimeSlot;

/** What a client can ask for on the request queue. */
public sealed interface AppointmentCommand {

    /** The appointment that it is about, if it is about one. */
    default Optional<AppointmentId> appointment() {
        return switch (this) {
            case Book(var booking) -> Optional.of(booking.appointmentId());
            case Reschedule(var id, var _, var _) -> Optional.of(id);
            case Cancel(var id, var _) -> Optional.of(id);
            case RegisterPatient _ -> Optional.empty();
        };
    }

    /** Book an appointment. */
    record Book(Booking booking) implements AppointmentCommand {
    }

    /**
     * Move an appointment to another time.
     *
     * @param resources
     *            empty when it keeps its own
     */
    record Reschedule(AppointmentId appointmentId, TimeSlot slot, Optional<List<ResourceId>> resources)
            implements
                AppointmentCommand {
    }

    /** Cancel an appointment. */
    record Cancel(AppointmentId appointmentId, Optional<ReasonCode> reason) implements AppointmentCommand {
    }

    /** Register a patient, or replace what is known about one. */
    record RegisterPatient(PatientId patientId, PatientDetails details) implements AppointmentCommand {
    }
}
