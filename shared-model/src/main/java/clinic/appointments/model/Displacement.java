package clinic.appointments.model;

/**
 * A displacement: an appointment that the present rules of its resource would refuse.
 *
 * @param cause the rule that it breaks
 */
public record Displacement(Appointment appointment, RejectionReason cause) {
}
