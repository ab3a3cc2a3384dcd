package clinic.appointments.local.gateway;

/** The effect of a fault on a call. */
public sealed interface Effect {

    /** Responds as the service does when it throttles. */
    record Throttle() implements Effect {
    }

    /** Responds as the service does when it fails: with status 500. */
    record Fail() implements Effect {
    }

    /** Responds with status 400 and an error of the service. */
    record Refuse(String type, String message) implements Effect {
    }

    /** Closes the connection without a response. */
    record Drop() implements Effect {
    }

    /** Runs an action, such as killing the caller's process, then closes the connection without a response. */
    record Run(Runnable action) implements Effect {
    }
}
