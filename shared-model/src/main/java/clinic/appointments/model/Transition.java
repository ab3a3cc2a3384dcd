package clinic.appointments.model;

/** A transition: the result of an action on the status of an appointment. */
public sealed interface Transition {

    /** The appointment gets a new status. */
    record To(AppointmentStatus status) implements Transition {
    }

    /** The action was done before: a success that changes nothing. */
    record Repeated() implements Transition {
    }

    /** The action is not allowed in this status. */
    record Illegal(AppointmentStatus status, AppointmentAction action) implements Transition {
    }
}
