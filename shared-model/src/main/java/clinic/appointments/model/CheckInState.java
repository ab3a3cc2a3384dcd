package clinic.appointments.model;

/** A check-in state: how far a patient has come on the day of the appointment, in that order. */
public enum CheckInState {

    /** The patient has come, and waits. */
    ARRIVED,
    /** The patient is with a practitioner, or in the room. */
    IN_ROOM,
    /** The patient has gone. */
    LEFT
}
