package clinic.appointments.port;

import java.time.Duration;

import clinic.appointments.message.IncomingMessage;

/** A message source: the queue that a function's messages come from. */
public interface MessageSource {

    /**
     * Lets the queue deliver the message again after a while; its failure must also be reported.
     *
     * @param delay whole seconds; beyond 12 hours the message may return sooner
     */
    void defer(IncomingMessage message, Duration delay);

    /**
     * Puts the message into the dead-letter queue: body unchanged; reason, request id and correlation id as attributes.
     */
    void park(IncomingMessage message, String reason);
}
