package clinic.appointments.model;

/** An appointment action: a kind of change of an appointment, as its history names it. */
public enum AppointmentAction {
    BOOK, RESCHEDULE, CONFIRM, COMPLETE, CANCEL;

    /** Whether the action sets the appointment's time. */
    public boolean setsTime() {
        return this == BOOK || this == RESCHEDULE;
    }
}
