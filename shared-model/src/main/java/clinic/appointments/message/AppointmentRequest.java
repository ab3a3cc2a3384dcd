package clinic.appointments.message;

import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Cause;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;

/**
 * A client's request, as far as its message can be read.
 *
 * @param requestId
 *            the body's, else the message attribute's, else the id of the message
 * @param bodyHash
 *            SHA-256 of the body in canonical form, in hexadecimal digits
 */
public record AppointmentRequest(RequestId requestId, String bodyHash, Trail trail, Content content) {

    /** The cause of what this request changes now, when the actor asks for it. */
    public Cause causeBy(String actor, Instant now) {
        return new Cause(requestId, Optional.of(bodyHash), actor, now);
    }

    /** The appointment that it is about, if it is about one. */
    public Optional<AppointmentId> appointmentId() {
        return content instanceof Command(var command, var _) ? command.appointment() : Optional.empty();
    }

    /** What is inside. */
    public sealed interface Content {
    }

    /** A command that can be carried out, and who gives it. */
    public record Command(AppointmentCommand command, String actor) implements Content {
    }

    /** A readable message of which a field holds a value that it can never hold. */
    public record Impossible(RejectionReason reason) implements Content {
    }

    /** Not JSON, or a field is missing or of the wrong type; {@code reason} names field and rule. */
    public record Unreadable(String reason) implements Content {
    }
}
