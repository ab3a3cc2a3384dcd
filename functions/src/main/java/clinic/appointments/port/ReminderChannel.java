package clinic.appointments.port;

import clinic.appointments.model.Appointment;

/** The way to the patient. */
public interface ReminderChannel {

    /**
     * Hands a reminder to the provider: when and where, never why. Never retried by itself, because the provider knows no
     * repeated message from a new one.
     */
    void send(Appointment appointment, String email);
}
