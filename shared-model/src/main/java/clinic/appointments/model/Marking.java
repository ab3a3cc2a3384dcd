package clinic.appointments.model;

/** A marking: a policy's answer to a request for a mark, which is made, made before, or refused. */
public sealed interface Marking {

    /**
     * A mark to make.
     *
     * @param before the appointment as read
     * @param marked the appointment with the mark; only its marks differ
     */
    record Made(Appointment before, Appointment marked) implements Marking {
    }

    /** A mark that is there, from an earlier request or an earlier delivery of this one; it stays as it is. */
    record MadeBefore(Appointment appointment) implements Marking {
    }

    /** A refused mark. */
    record Refused(RejectionReason reason) implements Marking {
    }
}
