package clinic.appointments.message;

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

    /** What is inside. */
    public sealed interface Content {
    }

    /** A command that can be carried out. */
    public record Command(AppointmentCommand command) implements Content {
    }

    /** A readable message of which a field holds a value that it can never hold. */
    public record Impossible(RejectionReason reason) implements Content {
    }

    /** Not JSON, or a field is missing or of the wrong type; {@code reason} names field and rule. */
    public record Unreadable(String reason) implements Content {
    }
}
