package clinic.appointments.model;

/** How a patient wants to be reminded. */
public enum ReminderPreference {
    EMAIL, NONE
}
