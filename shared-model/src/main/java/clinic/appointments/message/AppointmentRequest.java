package clinic.appointments.message;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.ClientId;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.StaffOverride;

/**
 * An appointment request: a client's message with one command, as far as the message can be read.
 *
 * @param requestId the id in the body; without one, that of the message attribute; without either, the message's id
 * @param body the body in canonical form, equal for equal requests; an unreadable body stays as it came
 * @param sentAt time of sending by the queue's clock; a redelivery keeps it
 * @param signedBy the client that signed the request at the API; empty when it came by a queue
 * @param <C> the commands of the queue that the request came by
 */
public record AppointmentRequest<C extends AppointmentCommand>(RequestId requestId, String body,
        Optional<Instant> sentAt, Correlation correlation, Content<C> content, Optional<ClientId> signedBy) {

    /** A request that was sent to a queue directly. */
    public AppointmentRequest(RequestId requestId, String body, Optional<Instant> sentAt, Correlation correlation,
            Content<C> content) {
        this(requestId, body, sentAt, correlation, content, Optional.empty());
    }

    /** The same request, signed at the API. */
    public AppointmentRequest<C> signedBy(Optional<ClientId> client) {
        return new AppointmentRequest<>(requestId, body, sentAt, correlation, content, client);
    }

    /** The same request, refused. */
    public AppointmentRequest<C> refused(RejectionReason reason) {
        return new AppointmentRequest<>(requestId, body, sentAt, correlation, new Invalid<>(reason), signedBy);
    }

    /** The appointment that the request concerns; empty for a patient's request. */
    public Optional<AppointmentId> appointmentId() {
        return content instanceof Command<C>(var command, var _) ? command.appointment() : Optional.empty();
    }

    /** The provenance of a change that this request makes now. */
    public Provenance provenanceFor(Requester requester, Instant now) {
        return new Provenance(requestId, Optional.of(sentAt.orElse(now)), requester.actor(), requester.override(), now,
                signedBy).correlatedBy(correlation.correlationId());
    }

    /** The request without its content, which is protected. */
    @Override
    public String toString() {
        return "AppointmentRequest[" + requestId + "]";
    }

    /**
     * The requester: the person or system that gives a command, with the override if they set the clinic's rules aside.
     */
    public record Requester(String actor, Optional<StaffOverride> override) {

        /** A requester who does not identify themselves. */
        public static final Requester BY_CLIENT = new Requester(Provenance.CLIENT, Optional.empty());
    }

    /** The content of a request: a command, or the reason why there is none. */
    public sealed interface Content<C extends AppointmentCommand> {
    }

    /** A valid command and its requester. */
    public record Command<C extends AppointmentCommand>(C command, Requester requester) implements Content<C> {
    }

    /** A readable message with a field that holds an impossible value. */
    public record Invalid<C extends AppointmentCommand>(RejectionReason reason) implements Content<C> {
    }

    /**
     * A message that is not JSON, or has a missing field or a field of the wrong type; {@code reason} names field and
     * rule.
     */
    public record Malformed<C extends AppointmentCommand>(String reason) implements Content<C> {
    }
}
