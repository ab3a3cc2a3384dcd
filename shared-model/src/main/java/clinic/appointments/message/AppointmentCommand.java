package clinic.appointments.message;

import clinic.appointments.model.Booking;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.model.PatientId;

/** What a client can ask for on the request queue. */
public sealed interface AppointmentCommand {

    /** Book an appointment. */
    record Book(Booking booking) implements AppointmentCommand {
    }

    /** Register a patient, or replace what is known about one. */
    record RegisterPatient(PatientId patientId, PatientDetails details) implements AppointmentCommand {
    }
}
