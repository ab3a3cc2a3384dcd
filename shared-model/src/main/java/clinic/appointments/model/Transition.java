package clinic.appointments.model;

/** What an action does to a status. */
public sealed interface Transition {

    /** The appointment moves on. */
    record To(AppointmentStatus status) implements Transition {
    }

    /** The action was done before: a success that changes nothing. */
    record Repeated() implements Transition {
    }

    /** An appointment of this status cannot be treated so. */
    record Illegal(AppointmentStatus status, AppointmentAction action) implements Transition {
    }
}
