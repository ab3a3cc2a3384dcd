package clinic.appointments.model;

/**
 * Somebody of the staff takes responsibility for a booking or change that a rule of the clinic would refuse. It lifts
 * what is policy, never what is impossible: the past, a skipped local time, an unknown patient.
 *
 * @param actor id of who takes it, never a name
 */
public record StaffOverride(String actor, ReasonCode reason) {

    public StaffOverride {
        Provenance.actorOf(actor);
    }
}
