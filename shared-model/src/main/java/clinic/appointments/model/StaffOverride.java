package clinic.appointments.model;

/**
 * A staff override: a staff member's decision to make a booking or change against a rule of the clinic. It lifts
 * policy, but never what is impossible: the past, a skipped local time, an unknown patient.
 *
 * @param actor id of the responsible staff member, never a name
 */
public record StaffOverride(String actor, ReasonCode reason) {

    public StaffOverride {
        Provenance.actorOf(actor);
    }
}
