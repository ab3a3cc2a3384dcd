package clinic.appointments.port;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

import clinic.appointments.model.Appointment;

/**
 * What is to be told to a patient; prints neither whom nor what about the patient.
 *
 * @param appointment as it stands after what the letter is about
 * @param email address of the patient
 * @param locale the patient's; a language without a translation is written to in English
 * @param patientZone where the patient is, when that is known: its times are shown besides the appointment's own
 */
public record Notification(NotificationType type, Appointment appointment, String email, Locale locale,
        Optional<ZoneId> patientZone) {

    /** The same to another address. */
    public Notification to(String address) {
        return new Notification(type, appointment, address, locale, patientZone);
    }

    @Override
    public String toString() {
        return "Notification[" + type + " " + appointment + "]";
    }
}
