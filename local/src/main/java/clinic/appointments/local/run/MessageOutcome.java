package clinic.appointments.local.run;

/**
 * The outcome of a message.
 *
 * @param receipt in the notation of the events folder: {@code ACCEPTED}, {@code REJECTED:<code>} or {@code
 *     PARKED:<reason>}
 * @param text description for the report, without personal data
 */
record MessageOutcome(Category category, String receipt, String text) {

    /** The kinds of outcome in the totals; each message has exactly one. */
    enum Category {
        /** The service did what the message asked for. */
        ACCEPTED,
        /** A rule rejected the message. */
        REJECTED,
        /** The message is in a dead-letter queue: it is malformed or failed too often. */
        PARKED,
        /** The message repeats an earlier request and changed nothing. */
        REPEATED,
        /** The message left no trace, which must not happen. */
        UNACCOUNTED
    }
}
