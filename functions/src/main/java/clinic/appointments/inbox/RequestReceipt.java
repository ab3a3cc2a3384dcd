package clinic.appointments.inbox;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.model.AppointmentId;
import clinic.appointments.model.Decision;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.Receipts.Opened;
import clinic.appointments.port.WriteResult;

/**
 * The receipt of a request, as one delivery of its message writes it: in the transaction that carries the request out
 * ({@link #writeWith}), around effects that are no transaction ({@link #claim}), or alone. For one thread.
 */
public final class RequestReceipt {

    private final Receipts receipts;
    private final AppointmentRequest<?> request;
    private final Deadline deadline;
    private Optional<Opened> claimed = Optional.empty();
    private Optional<Opened> postponed = Optional.empty();
    private Optional<Opened> obstacle = Optional.empty();
    private boolean written;
    private boolean followedUp;

    public RequestReceipt(Receipts receipts, AppointmentRequest<?> request, Deadline deadline) {
        this.receipts = receipts;
        this.request = request;
        this.deadline = deadline;
    }

    /**
     * Writes what was granted together with the receipt.
     *
     * @param transaction writes both, or neither
     */
    public WriteResult writeWith(Decision.Granted granted,
            BiFunction<Decision.Granted, Receipts.Settlement, WriteResult> transaction) {
        return writeWith(granted.appointment().id(), settlement -> transaction.apply(granted, settlement));
    }

    /**
     * Writes something of an appointment together with the receipt of its acceptance.
     *
     * @param transaction writes both, or neither
     */
    public WriteResult writeWith(AppointmentId appointment,
            Function<Receipts.Settlement, WriteResult> transaction) {
        WriteResult result = transaction.apply(new Receipts.Settlement(request.requestId(), request.body(),
                new Receipt.Accepted(Optional.of(appointment))));
        written = result == WriteResult.WRITTEN;
        obstacle = result == WriteResult.TAKEN ? Optional.of(lookAgain()) : Optional.empty();
        return result;
    }

    /**
     * Claims the request's id for its body, before the first effect that is no transaction. Repeating is safe. A
     * request that was accepted after a claim has been followed up: its receipt came last.
     *
     * @return false when the request has a receipt, or another delivery of it is at work: nothing may be done
     */
    public boolean claim() {
        if (claimed.isEmpty()) {
            Opened opened = receipts.open(request.requestId(), request.body(), deadline.remaining());
            claimed = Optional.of(opened).filter(Opened.Fresh.class::isInstance);
            obstacle = Optional.of(opened).filter(_ -> claimed.isEmpty());
            followedUp = true;
        }
        return claimed.isPresent();
    }

    /** Whether the receipt was written together with the effect. */
    boolean isWritten() {
        return written;
    }

    /** The state of the request, if it kept the last attempt from doing anything; told once. */
    Optional<Opened> obstacle() {
        Optional<Opened> found = obstacle;
        obstacle = Optional.empty();
        return found;
    }

    /** Whether an acceptance may lack its follow-up; true once at most, because one more attempt sends it. */
    boolean mayLackFollowUp() {
        boolean first = !followedUp;
        followedUp = true;
        return first;
    }

    /** Records the result; {@link Opened.Fresh} means that the receipt has it. */
    Opened settle(Receipt.Result outcome) {
        claimed.ifPresent(_ -> receipts.close(request.requestId(), outcome));
        return claimed.orElseGet(() -> receipts.settle(request.requestId(), request.body(), outcome));
    }

    /** Records that the request is not decided yet, unless this delivery has recorded it before. */
    Opened postpone() {
        return claimed.or(() -> postponed).orElseGet(() -> {
            Opened opened = receipts.postpone(request.requestId(), request.body());
            postponed = Optional.of(opened).filter(Opened.Fresh.class::isInstance);
            return opened;
        });
    }

    private Opened lookAgain() {
        postponed = Optional.empty();
        return postpone();
    }

    /** Gives a claim up, so that the next delivery can begin at once. */
    void release() {
        claimed.ifPresent(_ -> receipts.withdraw(request.requestId()));
    }

    /** Records, if that is possible, that the request is not decided yet because of a failure. */
    void fail(RuntimeException failure) {
        try {
            if (!written) {
                postpone();
            }
        } catch (RuntimeException failedAsWell) {
            failure.addSuppressed(failedAsWell);
        }
    }
}
