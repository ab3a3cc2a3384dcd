package clinic.appointments.model;

/** The identity of an appointment; given by the client or derived from the request, never personal data. */
public record AppointmentId(String value) {

    public AppointmentId {
        IdFormat.check("appointmentId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
