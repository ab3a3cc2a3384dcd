package clinic.appointments.port;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.model.Appointment;

/**
 * A notification: the content of a message to a patient about an appointment. Its text form names neither the patient
 * nor anything about them.
 *
 * @param appointment the appointment after the change that the notification is about
 * @param email address of the patient
 * @param registration version of the patient with that address
 * @param locale language of the patient; without a translation the notification is in English
 * @param patientZone zone of the patient, if known: its times are shown next to the appointment's own
 * @param correlationId that of the request which caused the notification
 */
public record Notification(NotificationType type, Appointment appointment, String email, long registration,
        Locale locale, Optional<ZoneId> patientZone, String correlationId) {

    /** The same notification to another address. */
    public Notification to(String address) {
        return new Notification(type, appointment, address, registration, locale, patientZone,
                correlationId);
    }

    @Override
    public String toString() {
        return "Notification[" + type + " " + appointment + "]";
    }
}
