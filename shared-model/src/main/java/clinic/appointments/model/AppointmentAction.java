package clinic.appointments.model;

/** What is done to an appointment, as its history names it. */
public enum AppointmentAction {
    BOOK, CONFIRM, COMPLETE, CANCEL
}
