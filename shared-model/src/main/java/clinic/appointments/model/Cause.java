package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Why an appointment changes.
 *
 * @param bodyHash
 *            SHA-256 of the request's body; empty for what the service does by itself
 * @param actor
 *            who asked for it: an id that the client names, {@link #CLIENT} or {@link #SERVICE}
 * @param override
 *            present when the clinic's rules were set aside for it
 * @param at
 *            when it was decided
 */
public record Cause(RequestId requestId, Optional<String> bodyHash, String actor, Optional<StaffOverride> override,
        Instant at) {

    /** Somebody who sent a request without saying who he is. */
    public static final String CLIENT = "client";
    /** The service itself, following its settings. */
    public static final String SERVICE = "service";

    public Cause {
        actorOf(actor);
    }

    /** The actor, checked: an id, never a name. */
    public static String actorOf(String actor) {
        IdFormat.check("actor", actor);
        return actor;
    }

    /** What the service does by itself, following a request. */
    public static Cause following(RequestId requestId, Instant at) {
        return new Cause(requestId, Optional.empty(), SERVICE, Optional.empty(), at);
    }

    public boolean isOverridden() {
        return override.isPresent();
    }
}
