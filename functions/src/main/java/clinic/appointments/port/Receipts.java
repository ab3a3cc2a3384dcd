package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.RequestId;

/** The outcomes of requests, kept for 30 days: longer than queue and dead-letter queue hold a message together. */
public interface Receipts {

    /** Five deliveries three minutes apart; what comes later was sent on from a dead-letter queue, and begins anew. */
    Duration ATTEMPT_WINDOW = Duration.ofMinutes(15);

    /** How long one is kept. */
    Duration RETENTION = Duration.ofDays(30);

    /** By then it is gone: what has expired is deleted within a few days (Amazon DynamoDB Developer Guide, "TTL"). */
    Duration DELETED_AFTER = RETENTION.plusDays(10);

    /**
     * Begins to work on a request.
     *
     * @param body the request's body; nothing that it could be guessed from is kept
     * @param atMost after that long the work counts as given up, and the request can be begun again
     */
    Opened open(RequestId requestId, String body, Duration atMost);

    /** Notes the end of a request that {@link #open} has begun here; nothing if it was taken over meanwhile. */
    void close(RequestId requestId, Receipt.Result outcome);

    /** Gives a request up that {@link #open} has begun here, so that the same body can begin it again at once. */
    void withdraw(RequestId requestId);

    /**
     * Forgets which body a request had: from then on any body of that id is the same request. Nothing when there is no
     * such receipt. Repeating is safe.
     */
    void forgetBody(RequestId requestId);

    /** Reads a receipt, strongly consistent. */
    Optional<Receipt> find(RequestId requestId);

    /** What {@link #open} found. */
    sealed interface Opened {

        /**
         * Nobody is at it: the caller is to do it.
         *
         * @param since when the first of the attempts was begun that follow each other within {@link #ATTEMPT_WINDOW};
         *     it may be this one
         */
        record Fresh(Instant since) implements Opened {
        }

        /** It was done before. */
        record Done(Receipt.Result outcome) implements Opened {
        }

        /** Somebody is at it, or was and has crashed; it can be begun again after that instant. */
        record InProgress(Instant until) implements Opened {
        }

        /** The id belongs to a request with another body. */
        record Conflict() implements Opened {
        }
    }
}
