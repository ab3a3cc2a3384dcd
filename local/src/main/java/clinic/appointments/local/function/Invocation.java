package clinic.appointments.local.function;

import java.time.Duration;

/** How an invocation ended. */
public sealed interface Invocation {

    /** The function responded; the payload is JSON. */
    record Responded(String payload) implements Invocation {
    }

    /** The handler threw; the message is the exception's own. */
    record Failed(String errorType, String message) implements Invocation {
    }

    /** The template's timeout passed; the process was killed, as Lambda does. */
    record TimedOut(Duration after) implements Invocation {
    }

    /** The process ended during the invocation. */
    record Crashed(String detail) implements Invocation {
    }
}
