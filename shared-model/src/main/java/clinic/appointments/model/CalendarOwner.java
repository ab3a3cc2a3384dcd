package clinic.appointments.model;

/** Whose calendar: a patient's or a resource's. */
public sealed interface CalendarOwner {

    /** Written {@code patient#<id>}. */
    record OfPatient(PatientId patient) implements CalendarOwner {

        @Override
        public String toString() {
            return PATIENT + patient;
        }
    }

    /** Written {@code resource#<kind>:<id>}. */
    record OfResource(ResourceId resource) implements CalendarOwner {

        @Override
        public String toString() {
            return RESOURCE + resource;
        }
    }

    String PATIENT = "patient#";
    String RESOURCE = "resource#";

    /** Reads the written form. */
    static CalendarOwner of(String written) {
        return written.startsWith(PATIENT)
                ? new OfPatient(new PatientId(written.substring(PATIENT.length())))
                : new OfResource(ResourceId.of(written.substring(RESOURCE.length())));
    }
}
