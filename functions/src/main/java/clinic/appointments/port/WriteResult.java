package clinic.appointments.port;

/** How a conditional write ended; anything else is an exception. */
public enum WriteResult {

    /** It is stored, by this call or by an earlier one with the same content. */
    WRITTEN,
    /** Somebody else wrote in between; nothing was changed. Read again and decide again. */
    CONFLICT
}
