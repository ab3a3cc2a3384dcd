package clinic.appointments.port;

/** A write result: the outcome of a conditional write; any other failure is an exception. */
public enum WriteResult {

    /** The value is stored, by this call or by an earlier one with the same content. */
    WRITTEN,
    /** Another writer was faster and nothing was changed: read and decide again. */
    CONFLICT,
    /** The request that asks for the write has a receipt already, and nothing was changed. */
    TAKEN
}
