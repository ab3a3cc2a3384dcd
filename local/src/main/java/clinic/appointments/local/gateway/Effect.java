package clinic.appointments.local.gateway;

/** What a fault does to a call. */
public sealed interface Effect {

    /** Answers as the service does when it is asked too often. */
    record Throttle() implements Effect {
    }

    /** Answers as the service does when it is broken: status 500. */
    record Fail() implements Effect {
    }

    /** Answers with status 400 and an error of the service's, in words that it uses. */
    record Refuse(String type, String message) implements Effect {
    }

    /** Closes the connection without an answer. */
    record Drop() implements Effect {
    }

    /** Runs something, such as killing the caller's process, then closes the connection without an answer. */
    record Run(Runnable action) implements Effect {
    }
}
