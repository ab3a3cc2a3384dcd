package clinic.appointments.model;

/**
 * An undeliverable code: the reason why a notification to a patient can never be sent. Every reason concerns that
 * patient or that notification, never the service as a whole.
 */
public enum UndeliverableCode {

    /** No e-mail can be sent to the address: it breaks the rules of the provider. */
    ADDRESS_IMPOSSIBLE(0),
    /** The provider refused the address. */
    ADDRESS_REFUSED(0),
    /** The provider suppresses the address: e-mail to it bounced, or its owner complained. */
    ADDRESS_SUPPRESSED(0),
    /** The provider refused the content of the notification. */
    CONTENT_REFUSED(0),
    /** The notification could not be composed, such as in the patient's language. */
    CONTENT_NOT_COMPOSED(0),
    /** A notification was sent, and the address returned it for good. */
    ADDRESS_BOUNCED(1),
    /** A notification was sent, and the owner of the address reported it as unwanted. */
    ADDRESS_COMPLAINED(2);

    private final int weight;

    UndeliverableCode(int weight) {
        this.weight = weight;
    }

    /** Whether nothing may be sent to the patient until the next registration. */
    public boolean endsSending() {
        return weight > 0;
    }

    /** Whether a mark with this code takes the place of a mark with the other: the order of their arrival is chance. */
    public boolean outweighs(UndeliverableCode other) {
        return weight > other.weight;
    }
}
