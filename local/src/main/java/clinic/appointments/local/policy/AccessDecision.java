package clinic.appointments.local.policy;

/** Whether a role may do something. */
public sealed interface AccessDecision {

    /** A statement allows it, and none denies it. */
    record Allowed() implements AccessDecision {
    }

    /**
     * No statement allows it, or one denies it.
     *
     * @param roleId logical id of the role
     */
    record Denied(String roleId, String action, String resource) implements AccessDecision {
    }
}
