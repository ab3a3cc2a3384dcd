package clinic.appointments.model;

/** A reminder preference: the channel by which a patient wants to be reminded, if any. */
public enum ReminderPreference {
    EMAIL, NONE
}
