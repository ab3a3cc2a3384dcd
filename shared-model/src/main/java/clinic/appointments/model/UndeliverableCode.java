package clinic.appointments.model;

/**
 * An undeliverable code: the reason why a notification to a patient can never be sent. Every reason concerns that
 * patient or that notification, never the service as a whole.
 */
public enum UndeliverableCode {

    /** No e-mail can be sent to the address: it breaks the rules of the provider. */
    ADDRESS_IMPOSSIBLE,
    /** The provider refused the address. */
    ADDRESS_REFUSED,
    /** The provider suppresses the address: e-mail to it bounced, or its owner complained. */
    ADDRESS_SUPPRESSED,
    /** The provider refused the content of the notification. */
    CONTENT_REFUSED,
    /** The notification could not be composed, such as in the patient's language. */
    CONTENT_NOT_COMPOSED
}
