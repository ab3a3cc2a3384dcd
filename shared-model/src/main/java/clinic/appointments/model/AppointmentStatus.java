package clinic.appointments.model;

/**
 * The status of an appointment: requested, confirmed, cancelled or completed. {@link #CANCELLED} and {@link #COMPLETED}
 * are terminal.
 */
public enum AppointmentStatus {

    /** The time is claimed, and the appointment waits for confirmation. */
    REQUESTED,
    /** The appointment will take place, and its reminders are planned. */
    CONFIRMED,
    /** The appointment will not take place, and its time is free again. */
    CANCELLED,
    /** The appointment took place, or its patient did not come. */
    COMPLETED;

    /** The transition that the action makes from this status. */
    public Transition on(AppointmentAction action) {
        return switch (action) {
            case BOOK -> new Transition.Illegal(this, action);
            case RESCHEDULE -> isTerminal() ? new Transition.Illegal(this, action) : new Transition.To(this);
            case CONFIRM -> move(REQUESTED, CONFIRMED, action);
            case COMPLETE -> move(CONFIRMED, COMPLETED, action);
            case CANCEL -> this == CONFIRMED ? new Transition.To(CANCELLED) : move(REQUESTED, CANCELLED, action);
        };
    }

    public boolean isTerminal() {
        return this == CANCELLED || this == COMPLETED;
    }

    private Transition move(AppointmentStatus from, AppointmentStatus to, AppointmentAction action) {
        if (this == from) {
            return new Transition.To(to);
        }
        return this == to ? new Transition.Repeated() : new Transition.Illegal(this, action);
    }
}
