package clinic.appointments.port;

/** What a patient is written to about. */
public enum Occasion {

    /** The appointment will take place. */
    CONFIRMATION,
    /** It has another time. */
    RESCHEDULE,
    /** It will not take place. */
    CANCELLATION,
    /** It is near. */
    REMINDER
}
