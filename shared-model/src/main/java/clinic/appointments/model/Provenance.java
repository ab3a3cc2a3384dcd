package clinic.appointments.model;

import java.time.Instant;
import java.util.Optional;

/**
 * The provenance of a change of an appointment: its author, its request and its time (HL7 FHIR: Provenance).
 *
 * @param sentAt when the request was sent, which orders changes; empty for changes by the service itself
 * @param actor the requester: an id that the client names, {@link #CLIENT} or {@link #SERVICE}
 * @param override present when the clinic's rules were set aside
 * @param at when the change was decided
 * @param signedBy the client that signed the request, as the API has authenticated it; empty when it came by a queue
 * @param correlationId the client's own correlation id; empty when it is the id of the request
 * @param initiatedBy who wished for a cancellation; empty when the request does not tell
 */
public record Provenance(RequestId requestId, Optional<Instant> sentAt, String actor, Optional<StaffOverride> override,
        Instant at, Optional<ClientId> signedBy, Optional<String> correlationId, Optional<Initiator> initiatedBy) {

    /** The actor of a request that names none. */
    public static final String CLIENT = "client";
    /** The actor of changes that the service makes by itself, following its settings. */
    public static final String SERVICE = "service";

    /** The provenance of a change that nobody signed. */
    public Provenance(RequestId requestId, Optional<Instant> sentAt, String actor, Optional<StaffOverride> override,
            Instant at) {
        this(requestId, sentAt, actor, override, at, Optional.empty());
    }

    /** The provenance of a change without a correlation id of its own. */
    public Provenance(RequestId requestId, Optional<Instant> sentAt, String actor, Optional<StaffOverride> override,
            Instant at, Optional<ClientId> signedBy) {
        this(requestId, sentAt, actor, override, at, signedBy, Optional.empty());
    }

    /** The provenance of a change of which nobody tells who wished for it. */
    public Provenance(RequestId requestId, Optional<Instant> sentAt, String actor, Optional<StaffOverride> override,
            Instant at, Optional<ClientId> signedBy, Optional<String> correlationId) {
        this(requestId, sentAt, actor, override, at, signedBy, correlationId, Optional.empty());
    }

    public Provenance {
        actorOf(actor);
    }

    /** The actor, checked: an id, never a name. */
    public static String actorOf(String actor) {
        IdFormat.check("actor", actor);
        return actor;
    }

    /** The actor, checked as a client may name it: no client speaks for the service. */
    public static String clientOf(String actor) {
        InvalidValueException.unless(!actor.equals(SERVICE), "actor", "must not be " + SERVICE);
        return actorOf(actor);
    }

    /** The provenance of a change that the service makes by itself, as a consequence of a request. */
    public static Provenance following(RequestId requestId, Instant at) {
        return new Provenance(requestId, Optional.empty(), SERVICE, Optional.empty(), at);
    }

    /** The same, with the correlation id of what the change belongs to. */
    public Provenance correlatedBy(String correlation) {
        return new Provenance(requestId, sentAt, actor, override, at, signedBy,
                Optional.of(correlation).filter(id -> !id.equals(requestId.value())), initiatedBy);
    }

    /** The same, with who wished for it. */
    public Provenance initiatedBy(Optional<Initiator> initiator) {
        return new Provenance(requestId, sentAt, actor, override, at, signedBy, correlationId, initiator);
    }

    /** The id that ties the change to everything else that its request has caused. */
    public String correlation() {
        return correlationId.orElse(requestId.value());
    }

    public boolean isOverridden() {
        return override.isPresent();
    }
}
