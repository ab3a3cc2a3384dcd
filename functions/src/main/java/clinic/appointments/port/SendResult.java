package clinic.appointments.port;

import clinic.appointments.model.UndeliverableCode;

/** A send result: the outcome of handing a notification to the provider. */
public sealed interface SendResult {

    /** The provider accepted the notification. */
    record Sent() implements SendResult {
    }

    /** The notification can never be sent, for a proven cause in this patient or this notification. */
    record Undeliverable(UndeliverableCode code) implements SendResult {
    }

    /**
     * Not accepted now: a fault of the provider or of this service, or one that cannot be told apart from those. The
     * provider may still have accepted it, when its answer was lost.
     *
     * @param answer code of the provider's answer, without its text, which names addresses
     */
    record NotAccepted(String answer) implements SendResult {
    }
}
