package clinic.appointments.infrastructure.compute;

/** The way in which a new version of a function takes over. */
public enum DeploymentStrategy {

    /** Immediately. */
    ALL_AT_ONCE,
    /** With 10% of the invocations for five minutes, then with all; an alarm restores the old version. */
    CANARY
}
