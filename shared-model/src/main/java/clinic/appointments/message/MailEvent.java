package clinic.appointments.message;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.PatientId;
import clinic.appointments.model.UndeliverableCode;

/**
 * A mail event: the provider's report on an e-mail that it had accepted earlier, such as a bounce.
 *
 * @param recipient empty when the e-mail names no patient of this service
 */
public record MailEvent(Kind kind, Optional<Recipient> recipient) {

    /** The kind of a mail event. The names are stable: they are the {@code reason} of a metric. */
    public enum Kind {

        /** The address returned the e-mail for good. */
        BOUNCE_PERMANENT,
        /** The e-mail was returned for a reason that may pass, such as a full mailbox. */
        BOUNCE_TRANSIENT,
        /** The e-mail was returned for an unknown reason. */
        BOUNCE_UNDETERMINED,
        /** The owner of the address reported the e-mail as unwanted. */
        COMPLAINT,
        /** The owner of the address reported that the e-mail is wanted after all. */
        NOT_SPAM,
        /** The provider found a virus in the e-mail and did not send it. */
        REJECT,
        /** The e-mail is on its way for longer than usual. */
        DELIVERY_DELAY,
        /** Anything else that the provider reports, such as a kind that this version does not know. */
        OTHER;

        /** The code with which the patient is marked; empty when the event says nothing for good. */
        public Optional<UndeliverableCode> mark() {
            return switch (this) {
                case BOUNCE_PERMANENT -> Optional.of(UndeliverableCode.ADDRESS_BOUNCED);
                case COMPLAINT -> Optional.of(UndeliverableCode.ADDRESS_COMPLAINED);
                case REJECT -> Optional.of(UndeliverableCode.CONTENT_REFUSED);
                case BOUNCE_TRANSIENT, BOUNCE_UNDETERMINED, NOT_SPAM, DELIVERY_DELAY, OTHER -> Optional.empty();
            };
        }
    }

    /**
     * The recipient: the patient to whom an e-mail was sent, and the appointment that it was about.
     *
     * @param registration version of the patient with the address that the e-mail was sent to
     * @param correlationId that of the request which caused the e-mail; empty when its tag does not tell it
     */
    public record Recipient(PatientId patient, long registration, AppointmentId appointment,
            Optional<String> correlationId) {
    }
}
