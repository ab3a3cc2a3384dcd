package clinic.appointments.model;

import java.util.Optional;

/**
 * A displacement: an appointment that the present rules of its resource would refuse.
 *
 * @param cause the rule that it breaks
 * @param by what has displaced it; empty when a setting of the stage has, because nobody has defined the resource
 */
public record Displacement(Appointment appointment, RejectionReason cause, Optional<Displacer> by) {
}
