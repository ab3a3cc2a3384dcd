package clinic.appointments.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import clinic.appointments.message.AppointmentCommand;
import clinic.appointments.message.AppointmentRequest;
import clinic.appointments.message.Disposition;
import clinic.appointments.message.Effect;
import clinic.appointments.message.ReorderingWindow;
import clinic.appointments.model.InvalidValueException;
import clinic.appointments.model.RejectionReason;
import clinic.appointments.port.Deadline;
import clinic.appointments.port.Receipt;
import clinic.appointments.port.Receipts;
import clinic.appointments.port.Receipts.Opened;

/**
 * The idempotent receiver: the processing of a request from its message to its receipt, with one outcome no matter how
 * often it is delivered (Enterprise Integration Patterns: Idempotent Receiver). An effect and its receipt are one
 * transaction, or the effect lies between the claim of the request's id and its receipt.
 */
public final class IdempotentReceiver<C extends AppointmentCommand> {

    private static final int MAX_BACKOFF_SECONDS = 5;

    private final Receipts receipts;
    private final CommandHandler<C> handler;
    private final RetryOnConflict retry;
    private final InstantSource clock;
    private final RandomGenerator random;

    public IdempotentReceiver(Receipts receipts, CommandHandler<C> handler, RetryOnConflict retry, InstantSource clock,
            RandomGenerator random) {
        this.receipts = receipts;
        this.handler = handler;
        this.retry = retry;
        this.clock = clock;
        this.random = random;
    }

    /** Handles a request that is delivered for the first time. */
    public Disposition handle(AppointmentRequest<C> request, Deadline deadline) {
        return handle(request, new RequestReceipt(receipts, request, deadline), deadline);
    }

    /**
     * Handles a request that was delivered before. The earlier delivery may have died without a trace, so the receipt
     * shows first that the outcome is open.
     */
    public Disposition handleAgain(AppointmentRequest<C> request, Deadline deadline) {
        RequestReceipt receipt = new RequestReceipt(receipts, request, deadline);
        return ended(request, receipt).orElseGet(() -> handle(request, receipt, deadline));
    }

    /** Handles a request on the last receive of its message: what stays undecided goes to the dead-letter queue. */
    public Disposition handleLast(AppointmentRequest<C> request, Deadline deadline) {
        try {
            Disposition disposition = handleAgain(request, deadline);
            if (disposition instanceof Disposition.Deferred || disposition instanceof Disposition.Faulted) {
                receipts.giveUp(request.requestId(), request.body());
            }
            return disposition;
        } catch (RuntimeException failure) {
            giveUp(request, failure);
            throw failure;
        }
    }

    private void giveUp(AppointmentRequest<C> request, RuntimeException failure) {
        try {
            receipts.giveUp(request.requestId(), request.body());
        } catch (RuntimeException failedAsWell) {
            failure.addSuppressed(failedAsWell);
        }
    }

    /** The answer to a request that needs no more work; one that was accepted may lack its follow-up. */
    private Optional<Disposition> ended(AppointmentRequest<C> request, RequestReceipt receipt) {
        return request.content() instanceof AppointmentRequest.Command<C>
                ? switch (receipt.postpone()) {
                    case Opened.Fresh _,Opened.Done(Receipt.Accepted _) -> Optional.empty();
                    case Opened other -> Optional.of(disposition(request, other, _ -> contended(receipt)));
                }
                : Optional.empty();
    }

    private Disposition handle(AppointmentRequest<C> request, RequestReceipt receipt, Deadline deadline) {
        return switch (request.content()) {
            case AppointmentRequest.Command<C>(var command, var requester) ->
                work(command, new RequestContext(request, requester, receipt), deadline);
            case AppointmentRequest.Invalid<C>(var reason) ->
                settle(request, receipt, new CommandResult.Rejected(reason));
            case AppointmentRequest.Malformed<C>(var reason) ->
                settle(request, receipt, new CommandResult.Parked(reason));
        };
    }

    /** A request that fails gets a receipt, too: it shows that the outcome is open, and the message will come again. */
    private Disposition work(C command, RequestContext context, Deadline deadline) {
        try {
            return retry.retry(deadline, () -> attempt(command, context)).orElseGet(() -> deferContended(context));
        } catch (RuntimeException failure) {
            context.receipt().fail(failure);
            throw failure;
        }
    }

    /** One attempt; empty when one more is needed. */
    private Optional<Disposition> attempt(C command, RequestContext context) {
        Optional<CommandResult> result = refusingInvalid(() -> handler.handle(command, context));
        Optional<Opened> obstacle = context.receipt().obstacle();
        return obstacle.isPresent()
                ? known(obstacle.get(), context, _ -> contended(context.receipt()))
                : result.flatMap(decided -> end(decided, context));
    }

    /** A value that only the use case finds to be invalid is refused, too: a redelivery would have the same result. */
    private static Optional<CommandResult> refusingInvalid(Supplier<Optional<CommandResult>> attempt) {
        try {
            return attempt.get();
        } catch (InvalidValueException invalid) {
            return Optional.of(new CommandResult.Rejected(RejectionReason.invalid(invalid.field())));
        } catch (DateTimeException noSuchTime) {
            return Optional.of(new CommandResult.Rejected(RejectionReason.INVALID_APPOINTMENT_DATE));
        }
    }

    /** A result other than {@link CommandResult.Done} may still meet the receipt of an acceptance. */
    private Optional<Disposition> end(CommandResult result, RequestContext context) {
        return switch (result) {
            case CommandResult.Done done -> Optional.of(context.receipt().isWritten()
                    ? done.disposition()
                    : settle(context.request(), context.receipt(), done));
            case CommandResult.Rejected rejected when rejected.reason().isTransient() ->
                deferOrReject(rejected, context);
            case CommandResult.Rejected _,CommandResult.Parked _ -> record(result, context);
        };
    }

    private Optional<Disposition> deferOrReject(CommandResult.Rejected rejected, RequestContext context) {
        Opened opened = context.receipt().postpone();
        Instant now = clock.instant();
        return opened instanceof Opened.Fresh(var since) && !ReorderingWindow.isOpen(since, now)
                ? record(rejected, context)
                : known(opened, context, since -> {
                    context.receipt().release();
                    return ReorderingWindow.defer(rejected.reason(), since, now);
                });
    }

    private Optional<Disposition> record(CommandResult result, RequestContext context) {
        return known(context.receipt().settle(result.receipt()), context, _ -> result.disposition());
    }

    /**
     * The answer by the receipt. Empty when it shows an acceptance for the first time: the delivery that wrote it may
     * have died before the follow-up was sent, and one more attempt finds the request carried out and sends it.
     */
    private Optional<Disposition> known(Opened opened, RequestContext context, Function<Instant, Disposition> fresh) {
        boolean accepted = opened instanceof Opened.Done(Receipt.Accepted _);
        return accepted && context.receipt().mayLackFollowUp()
                ? Optional.empty()
                : Optional.of(disposition(context.request(), opened, fresh));
    }

    private Disposition settle(AppointmentRequest<?> request, RequestReceipt receipt, CommandResult result) {
        return disposition(request, receipt.settle(result.receipt()), _ -> result.disposition());
    }

    private Disposition disposition(AppointmentRequest<?> request, Opened opened,
            Function<Instant, Disposition> fresh) {
        return switch (opened) {
            case Opened.Fresh(var since) -> fresh.apply(since);
            case Opened.Done(var result) -> again(result);
            case Opened.InProgress(var until) ->
                new Disposition.Deferred("IN_PROGRESS", ReorderingWindow.delayUntil(until, clock.instant()));
            case Opened.Conflict() -> conflict(request.content());
        };
    }

    private Disposition deferContended(RequestContext context) {
        RequestReceipt receipt = context.receipt();
        return known(receipt.postpone(), context, _ -> contended(receipt)).orElseGet(() -> contended(receipt));
    }

    private Disposition contended(RequestReceipt receipt) {
        receipt.release();
        return new Disposition.Deferred("CONTENDED", Duration.ofSeconds(random.nextInt(1, MAX_BACKOFF_SECONDS + 1)));
    }

    /** A parked message is parked again: its receipt does not tell whether it reached the dead-letter queue. */
    private static Disposition again(Receipt.Result result) {
        return switch (result) {
            case Receipt.Accepted _ -> new Disposition.Accepted(Effect.REPEATED);
            case Receipt.Rejected(var reason, var evidence) -> new Disposition.Rejected(reason, evidence);
            case Receipt.Parked(var reason) -> new Disposition.Parked(reason);
        };
    }

    private static Disposition conflict(AppointmentRequest.Content<?> content) {
        return switch (content) {
            case AppointmentRequest.Malformed<?>(var reason) -> new Disposition.Parked(reason);
            case AppointmentRequest.Command<?> _,AppointmentRequest.Invalid<?> _ ->
                new Disposition.Rejected(RejectionReason.REQUEST_CONFLICT);
        };
    }
}
