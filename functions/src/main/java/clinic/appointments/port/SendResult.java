package clinic.appointments.port;

import clinic.appointments.model.UndeliverableCode;

/** What came of handing a letter to the provider. */
public sealed interface SendResult {

    /** The provider took it. */
    record Sent() implements SendResult {
    }

    /** It can never be sent: that is proven to be about this patient or this letter. */
    record Undeliverable(UndeliverableCode code) implements SendResult {
    }

    /**
     * Not now: a fault outside or of ours, or one that cannot be told apart from those. The provider may have taken it
     * all the same, when its answer was lost.
     *
     * @param answer what the provider said, without a word of its own: they name addresses
     */
    record NotAccepted(String answer) implements SendResult {
    }
}
