package clinic.appointments.model;

/** The identity of a patient; never personal data such as a name or an insurance number. */
public record PatientId(String value) {

    public PatientId {
        IdFormat.check("patientId", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
