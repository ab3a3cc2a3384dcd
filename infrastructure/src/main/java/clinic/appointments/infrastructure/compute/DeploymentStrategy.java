package clinic.appointments.infrastructure.compute;

/** How a new version of a function takes over. */
public enum DeploymentStrategy {

    /** From one moment to the next. */
    ALL_AT_ONCE,
    /** By a tenth of the invocations, and five minutes later by all; an alarm brings the old version back. */
    CANARY
}
