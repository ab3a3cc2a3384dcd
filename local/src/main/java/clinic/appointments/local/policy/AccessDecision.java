package clinic.appointments.local.policy;

/** The decision on an access request. */
public sealed interface AccessDecision {

    /** A statement allows the access, and none denies it. */
    record Allowed() implements AccessDecision {
    }

    /**
     * No statement allows the access, or one denies it.
    *
    * @param roleId logical id of the role
     */
    record Denied(String roleId, String action, String resource) implements AccessDecision {
    }
}
