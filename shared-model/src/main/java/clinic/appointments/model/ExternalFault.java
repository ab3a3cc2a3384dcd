package clinic.appointments.model;

/**
 * An outside fault: a temporary refusal by another service, after which the call is tried again. Its name is the reason
 * in metrics and logs.
 */
public enum ExternalFault {

    /** The e-mail provider accepted no message: throttled, paused, not permitted, sender not verified, or no answer. */
    MAIL_NOT_TAKEN
}
