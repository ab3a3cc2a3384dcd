package clinic.appointments.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import clinic.appointments.model.RequestId;

/**
 * The receipts: the store of requests' outcomes, kept for 30 days. That is longer than a queue and its dead-letter
 * queue together hold a message.
 */
public interface Receipts {

    /** Five deliveries three minutes apart; a later delivery was redriven from a dead-letter queue, and begins anew. */
    Duration ATTEMPT_WINDOW = Duration.ofMinutes(15);

    /** Time for which a receipt is kept. */
    Duration RETENTION = Duration.ofDays(30);

    /**
     * Time after which a receipt is gone: expired items are deleted within a few days (Amazon DynamoDB Developer Guide,
     * "TTL").
     */
    Duration DELETED_AFTER = RETENTION.plusDays(10);

    /**
     * Begins to work on a request whose effect no transaction can hold together with its receipt.
     *
     * @param body the request's body; nothing is kept from which it could be guessed
     * @param atMost time after which the work counts as given up, and the request can begin again
     */
    Opened open(RequestId requestId, String body, Duration atMost);

    /**
     * Records the result of a request that {@link #open} has begun here; does nothing if another attempt took it over.
     */
    void close(RequestId requestId, Receipt.Result outcome);

    /**
     * Records the result of a request that needs no work: as {@link #open} and {@link #close}, but in one step that
     * nothing can come between. {@link Opened.Fresh} means that it was recorded.
     */
    Opened settle(RequestId requestId, String body, Receipt.Result outcome);

    /**
     * Records that a request is not decided yet, and that its message will come again: as {@link #open} and
     * {@link #withdraw}, but in one step.
     */
    Opened postpone(RequestId requestId, String body);

    /**
     * Records that a request is given up: its message goes to the dead-letter queue. Does nothing when the request has
     * an outcome, or another body. An attempt in progress is not disturbed, and the message can be sent on at any time:
     * the request then ends as usual. Repeating is safe.
     */
    void giveUp(RequestId requestId, String body);

    /** Withdraws from a request that {@link #open} has begun here, so that the same body can begin again at once. */
    void withdraw(RequestId requestId);

    /**
     * Forgets the body of a request: from then on any body with that id is the same request. Does nothing when there is
     * no such receipt. Repeating is safe.
     */
    void forgetBody(RequestId requestId);

    /** Reads a receipt, strongly consistent. */
    Optional<Receipt> find(RequestId requestId);

    /**
     * A settlement: a request and its result, for a transaction that carries the request out and records its receipt.
     */
    record Settlement(RequestId requestId, String body, Receipt.Result outcome) {

        /** The settlement without the body, which is protected. */
        @Override
        public String toString() {
            return "Settlement[" + requestId + "]";
        }
    }

    /** The state of a request that {@link #open} found. */
    sealed interface Opened {

        /**
         * The request is not in progress: the caller is to process it.
         *
         * @param since start of the series of attempts, each within {@link #ATTEMPT_WINDOW} of the one before
         */
        record Fresh(Instant since) implements Opened {
        }

        /** The request was processed before. */
        record Done(Receipt.Result outcome) implements Opened {
        }

        /** The request is in progress, or its attempt has crashed; it can begin again after that instant. */
        record InProgress(Instant until) implements Opened {
        }

        /** The id belongs to a request with another body. */
        record Conflict() implements Opened {
        }
    }
}
