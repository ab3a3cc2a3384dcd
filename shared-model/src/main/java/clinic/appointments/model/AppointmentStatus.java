package clinic.appointments.model;

/** Where an appointment stands; {@link #CANCELLED} and {@link #COMPLETED} are terminal. */
public enum AppointmentStatus {

    /** Its time is claimed; it waits for confirmation. */
    REQUESTED,
    /** It will take place; reminders are planned. */
    CONFIRMED,
    /** It will not take place; its time is free again. */
    CANCELLED,
    /** It took place, or its patient did not come. */
    COMPLETED;

    /** What the action does to an appointment of this status. */
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
