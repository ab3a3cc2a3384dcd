package clinic.appointments.model;

/** What is done to an appointment, as its history names it. */
public enum AppointmentAction {
    BOOK, RESCHEDULE, CONFIRM, COMPLETE, CANCEL;

    /** Whether it gives the appointment its time. */
    public boolean setsTime() {
        return this == BOOK || this == RESCHEDULE;
    }
}
