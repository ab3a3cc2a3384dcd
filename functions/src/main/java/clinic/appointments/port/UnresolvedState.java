package clinic.appointments.port;

/** The state of an unresolved request. */
public enum UnresolvedState {

    /** Its message was received at least once, and is to come again. */
    PENDING,
    /** Its message cannot be understood and is in the dead-letter queue. */
    PARKED,
    /** Its message is in the dead-letter queue after its last receive. */
    GIVEN_UP
}
