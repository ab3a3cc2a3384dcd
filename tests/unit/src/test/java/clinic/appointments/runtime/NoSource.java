package clinic.appointments.runtime;

import java.time.Duration;

import clinic.appointments.message.IncomingMessage;
import clinic.appointments.port.MessageSource;

/** The source of messages that are neither deferred nor parked. */
record NoSource() implements MessageSource {

    @Override
    public void defer(IncomingMessage message, Duration delay) {
        throw new AssertionError("nothing is deferred");
    }

    @Override
    public void park(IncomingMessage message, String reason) {
        throw new AssertionError("nothing is parked");
    }
}
