package clinic.appointments.reminder;

import java.util.Locale;

import clinic.appointments.model.Patient;
import clinic.appointments.model.PatientDetails;
import clinic.appointments.port.Notification;
import clinic.appointments.port.NotificationChannel;
import clinic.appointments.port.NotificationType;
import clinic.appointments.port.SendResult;

/**
 * Sends a patient the notification for a reminder, in the patient's language.
 *
 * @param defaultLocale the language for patients without a language of their own
 */
record NotifyPatient(NotificationChannel channel, Locale defaultLocale) {

    /** Sends the notification; the patient has an address. */
    SendResult send(DueReminder due, Patient patient) {
        PatientDetails details = patient.details().orElseThrow();
        return channel.send(new Notification(NotificationType.of(due.reminder().key().kind()), due.appointment(),
                details.email().orElseThrow(), patient.version(), details.locale().orElse(defaultLocale),
                details.timeZone(), due.correlation().correlationId()));
    }
}
