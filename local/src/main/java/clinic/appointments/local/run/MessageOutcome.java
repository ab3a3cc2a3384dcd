package clinic.appointments.local.run;

/**
 * What became of a message.
 *
 * @param receipt as the events folder expects it: {@code ACCEPTED}, {@code REJECTED:<code>} or {@code PARKED:<reason>}
 * @param text for a person; names no personal data
 */
record MessageOutcome(Kind kind, String receipt, String text) {

    /** The kinds that the totals count; each message has exactly one. */
    enum Kind {
        /** Did what it asked for. */
        ACCEPTED,
        /** Refused by a rule. */
        REJECTED,
        /** Put aside as malformed, or after too many attempts. */
        PARKED,
        /** The same request again: it changed nothing. */
        REPEATED,
        /** There is no trace of it, which must not be. */
        UNACCOUNTED
    }
}
