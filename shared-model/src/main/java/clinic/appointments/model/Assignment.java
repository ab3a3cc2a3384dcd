package clinic.appointments.model;

/** An assignment: which resources serve an appointment for which pools were named, if there are any. */
sealed interface Assignment {

    /**
     * Every pool has a member that serves, and all are different.
     *
     * @param appointment with these members in the place of the pools
     */
    record Made(Appointment appointment) implements Assignment {
    }

    /** There is none. */
    record Refused(Decision.Rejected rejection) implements Assignment {
    }
}
