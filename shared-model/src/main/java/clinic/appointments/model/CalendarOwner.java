package clinic.appointments.model;

/** A calendar owner: the patient or the resource to whom a calendar belongs. */
public sealed interface CalendarOwner {

    /** A patient as a calendar owner; written {@code patient#<id>}. */
    record OfPatient(PatientId patient) implements CalendarOwner {

        @Override
        public String toString() {
            return PATIENT + patient;
        }
    }

    /** A resource as a calendar owner; written {@code resource#<kind>:<id>}. */
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
