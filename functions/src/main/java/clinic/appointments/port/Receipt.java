package clinic.appointments.port;

import java.util.Optional;

import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Evidence;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.model.RequestId;

/**
 * A receipt: the record of a client's request and its outcome.
 *
 * @param outcome empty while the request is under way, and when it was given up
 * @param isGivenUp whether the request's message is in a dead-letter queue after its last receive; sending it on
 *     reopens the request
 * @param conflicts number of times that another body came with the same id; those changed nothing
 */
public record Receipt(RequestId requestId, Optional<Result> outcome, boolean isGivenUp, long conflicts) {

    /** A receipt of a request that was not given up. */
    public Receipt(RequestId requestId, Optional<Result> outcome, long conflicts) {
        this(requestId, outcome, false, conflicts);
    }

    /** The result of a request. */
    public sealed interface Result {
    }

    /**
     * The request was carried out.
     *
     * @param appointmentId its appointment, if it has one
     * @param displaced number of appointments that were in the way of a block when it was made; empty for others
     */
    public record Accepted(Optional<AppointmentId> appointmentId, Optional<Integer> displaced) implements Result {

        /** The result of any other request than a block. */
        public Accepted(Optional<AppointmentId> appointmentId) {
            this(appointmentId, Optional.empty());
        }
    }

    /**
     * The request was refused.
     *
     * @param evidence what the refusal rests on; receipts of earlier versions have none
     */
    public record Rejected(RejectionReason reason, Evidence evidence) implements Result {

        /** A refusal whose reason speaks for itself. */
        public Rejected(RejectionReason reason) {
            this(reason, Evidence.NONE);
        }
    }

    /** The request's message cannot be understood and is in the dead-letter queue. */
    public record Parked(String reason) implements Result {
    }
}
