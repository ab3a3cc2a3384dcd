package clinic.appointments.port;

import java.time.Duration;

import clinic.appointments.message.IncomingMessage;

/** The queue that messages come from. */
public interface MessageSource {

    /**
     * Lets the queue deliver the message again after a while; its failure must be reported besides.
     *
     * @param delay whole seconds; it may come back sooner, after 12 hours
     */
    void postpone(IncomingMessage message, Duration delay);

    /** Puts the message into the dead-letter queue: body untouched, reason, request id and correlation id beside it. */
    void park(IncomingMessage message, String reason);
}
