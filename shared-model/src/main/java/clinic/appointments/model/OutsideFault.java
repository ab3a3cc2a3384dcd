package clinic.appointments.model;

/** What refuses for now, or for a fault of ours, and is asked again; names the reason in metrics and logs. */
public enum OutsideFault {

    /** The provider of e-mail took no letter: throttled, paused, not permitted, sender not verified, or no answer. */
    MAIL_NOT_TAKEN
}
