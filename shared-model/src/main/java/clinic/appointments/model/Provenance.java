package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Who changed an appointment, at whose request and when (HL7 FHIR: Provenance).
 *
 * @param sentAt when the request was sent: queues reorder, and what was sent before another change is out of date;
 *     empty for what the service does by itself
 * @param actor who asked for it: an id that the client names, {@link #CLIENT} or {@link #SERVICE}
 * @param override present when the clinic's rules were set aside for it
 * @param at when it was decided
 */
public record Provenance(RequestId requestId, Optional<Instant> sentAt, String actor, Optional<StaffOverride> override,
        Instant at) {

    /** Somebody who sent a request without saying who he is. */
    public static final String CLIENT = "client";
    /** The service itself, following its settings. */
    public static final String SERVICE = "service";

    public Provenance {
        actorOf(actor);
    }

    /** The actor, checked: an id, never a name. */
    public static String actorOf(String actor) {
        IdFormat.check("actor", actor);
        return actor;
    }

    /** An actor that a client may name: nobody speaks for the service. */
    public static String clientOf(String actor) {
        InvalidValueException.unless(!actor.equals(SERVICE), "actor", "must not be " + SERVICE);
        return actorOf(actor);
    }

    /** What the service does by itself, following a request. */
    public static Provenance following(RequestId requestId, Instant at) {
        return new Provenance(requestId, Optional.empty(), SERVICE, Optional.empty(), at);
    }

    public boolean isOverridden() {
        return override.isPresent();
    }
}
