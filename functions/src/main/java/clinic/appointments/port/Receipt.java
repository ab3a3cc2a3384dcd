package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;

/**
 * What became of a request.
 *
 * @param outcome empty while it is being worked on
 * @param conflicts how often another body came under the same id; those changed nothing
 */
public record Receipt(RequestId requestId, Optional<Result> outcome, long conflicts) {

    /** The end of a request. */
    public sealed interface Result {
    }

    /** It was done; the appointment is named when there is one. */
    public record Accepted(Optional<AppointmentId> appointmentId) implements Result {
    }

    /** It was refused. */
    public record Rejected(RejectionReason reason) implements Result {
    }

    /** Its message cannot be understood and stands in the dead-letter queue. */
    public record Parked(String reason) implements Result {
    }
}
