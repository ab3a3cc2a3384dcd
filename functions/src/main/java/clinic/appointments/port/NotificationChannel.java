package clinic.appointments.port;

/** A notification channel: the service that carries notifications to patients. */
public interface NotificationChannel {

    /**
     * Hands a notification to the provider; it tells when the appointment is, never why. The channel never retries by
     * itself, because the provider cannot tell a repeated message from a new one.
     */
    SendResult send(Notification notification);
}
