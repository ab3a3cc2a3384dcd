package clinic.appointments.local.gateway;

import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

/** The effect of a fault on a call. */
public sealed interface FaultEffect {

    /** Responds as the service does when it throttles. */
    record Throttle() implements FaultEffect {
    }

    /** Responds as the service does when it fails: with status 500. */
    record Fail() implements FaultEffect {
    }

    /** Responds with status 400 and an error of the service. */
    record Refuse(String type, String message) implements FaultEffect {
    }

    /** Responds with what it makes of the request's body, such as an error that quotes it. */
    record Answer(Function<JsonNode, ServiceResponse> to) implements FaultEffect {
    }

    /** Closes the connection without a response. */
    record Drop() implements FaultEffect {
    }

    /** Runs an action, such as killing the caller's process, then closes the connection without a response. */
    record Run(Runnable action) implements FaultEffect {
    }
}
