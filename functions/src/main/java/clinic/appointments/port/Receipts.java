package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.RequestId;

/** The outcomes of requests, kept for 30 days: longer than queue and dead-letter queue hold a message together. */
public interface Receipts {

    /** Five deliveries three minutes apart; what comes later was sent on from a dead-letter queue, and begins anew. */
    Duration ATTEMPTS_BELONG = Duration.ofMinutes(15);

    /**
     * Begins to work on a request.
     *
     * @param bodyHash
     *            SHA-256 of the request's body
     * @param atMost
     *            after that long the work counts as given up, and the request can be begun again
     */
    Opened open(RequestId requestId, String bodyHash, Duration atMost);

    /** Notes the end of a request that {@link #open} has begun here; nothing if it was taken over meanwhile. */
    void close(RequestId requestId, String bodyHash, Receipt.Outcome outcome);

    /** Gives a request up that {@link #open} has begun here, so that the same body can begin it again at once. */
    void withdraw(RequestId requestId);

    /** Reads a receipt, strongly consistent. */
    Optional<Receipt> find(RequestId requestId);

    /** What {@link #open} found. */
    sealed interface Opened {

        /**
         * Nobody is at it: the caller is to do it.
         *
         * @param since
         *            when the first of the attempts was begun that follow each other within {@link #ATTEMPTS_BELONG};
         *            it may be this one
         */
        record Fresh(Instant since) implements Opened {
        }

        /** It was done before. */
        record Done(Receipt.Outcome outcome) implements Opened {
        }

        /** Somebody is at it, or was and has crashed; it can be begun again after that instant. */
        record InProgress(Instant until) implements Opened {
        }

        /** The id belongs to a request with another body. */
        record Conflict() implements Opened {
        }
    }
}
