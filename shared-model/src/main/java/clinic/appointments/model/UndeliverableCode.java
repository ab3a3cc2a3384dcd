package clinic.appointments.model;

/**
 * Why a letter to a patient can never be sent; each concerns that patient or that letter, never the service as a whole.
 */
public enum UndeliverableCode {

    /** No mail can be sent to the address, whatever it says: it breaks the rules of the provider. */
    ADDRESS_IMPOSSIBLE,
    /** The provider refused the address as it is written. */
    ADDRESS_REFUSED,
    /** The provider sends nothing to the address: mail to it came back, or its owner complained. */
    ADDRESS_SUPPRESSED,
    /** The provider refused what the letter says. */
    LETTER_REFUSED,
    /** The letter could not be written, such as in the patient's language. */
    LETTER_NOT_COMPOSED
}
