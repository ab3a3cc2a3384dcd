package clinic.appointments.message;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Provenance;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;
import clinic.appointments.model.StaffOverride;

/**
 * A client's request, as far as its message can be read.
 *
 * @param requestId the body's, else the message attribute's, else the id of the message
 * @param body the body in canonical form, as the same request has it each time; whole as it came when it cannot be read
 * @param sentAt when its message was sent, by the queue's clock; a redelivery keeps it
 * @param <C> the commands of the queue that it came by
 */
public record AppointmentRequest<C extends AppointmentCommand>(RequestId requestId, String body,
        Optional<Instant> sentAt, Correlation correlation, Content<C> content) {

    /** The appointment that it is about, if it is about one. */
    public Optional<AppointmentId> appointmentId() {
        return content instanceof Command<C>(var command, var _) ? command.appointment() : Optional.empty();
    }

    /** The provenance of a change that this request makes now. */
    public Provenance provenanceFor(Requester requester, Instant now) {
        return new Provenance(requestId, Optional.of(sentAt.orElse(now)), requester.actor(), requester.override(), now);
    }

    /** Without anything that came with it. */
    @Override
    public String toString() {
        return "AppointmentRequest[" + requestId + "]";
    }

    /** Who gives a command, and whether against the clinic's rules. */
    public record Requester(String actor, Optional<StaffOverride> override) {

        /** Somebody who does not say who he is. */
        public static final Requester BY_CLIENT = new Requester(Provenance.CLIENT, Optional.empty());
    }

    /** What is inside. */
    public sealed interface Content<C extends AppointmentCommand> {
    }

    /** A command that can be carried out. */
    public record Command<C extends AppointmentCommand>(C command, Requester requester) implements Content<C> {
    }

    /** A readable message of which a field holds a value that it can never hold. */
    public record Invalid<C extends AppointmentCommand>(RejectionReason reason) implements Content<C> {
    }

    /** Not JSON, or a field is missing or of the wrong type; {@code reason} names field and rule. */
    public record Malformed<C extends AppointmentCommand>(String reason) implements Content<C> {
    }
}
