package clinic.appointments.model;

/** The identity of a visit type; given by the client, never personal data. */
public record VisitTypeId(String value) {

    public VisitTypeId {
        IdFormat.check("visitTypeId", value);
    }

    /**
     * Reads the id that a booking names.
     *
     * @throws InvalidValueException when it is none
     */
    public static VisitTypeId ofBooking(String written) {
        IdFormat.check("visitType", written);
        return new VisitTypeId(written);
    }

    @Override
    public String toString() {
        return value;
    }
}
