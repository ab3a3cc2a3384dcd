package clinic.appointments.port;

/** The way to the patient. */
public interface NotificationChannel {

    /**
     * Hands a letter to the provider: when, never why. Never retried by itself, because the provider knows no repeated
     * message from a new one.
     */
    SendResult send(Notification notification);
}
